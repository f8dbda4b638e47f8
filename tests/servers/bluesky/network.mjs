// An AT Protocol network on loopback: directory (PLC), PDS, AppView and the services behind it, from the
// reference implementation. Makes alice, bob and carol, lets them speak, writes NETWORK_FILE once all is
// there, and stays until it is asked to leave.
import dns from 'node:dns'
import net from 'node:net'
import { renameSync, writeFileSync } from 'node:fs'

// The servers listen on every interface unless they are told otherwise.
const { listen } = net.Server.prototype
net.Server.prototype.listen = function (where, ...rest) {
  if (typeof where === 'number') {
    return listen.call(this, { port: where, host: '127.0.0.1' }, ...rest.filter((arg) => typeof arg === 'function'))
  }
  const isPort = where && typeof where === 'object' && 'port' in where
  return listen.call(this, isPort ? { ...where, host: '127.0.0.1' } : where, ...rest)
}

// Nobody outside is asked: names other than this computer's are not known here.
const { lookup } = dns
dns.lookup = function (name, ...rest) {
  if (name === 'localhost' || net.isIP(name)) return lookup.call(this, name, ...rest)
  const unknown = Object.assign(new Error(`${name} is outside`), { code: 'ENOTFOUND', hostname: name })
  process.nextTick(rest.at(-1), unknown)
}
dns.setServers(['127.0.0.1:9'])

const { TestNetwork } = await import('@atproto/dev-env')
const first = Number(process.env.NETWORK_PORT)
const network = await TestNetwork.create({
  dbPostgresSchema: 'ronde',
  plc: { port: first },
  pds: {
    port: first + 1,
    hostname: 'localhost',
    enableDidDocWithSession: true,
    ...(process.env.NETWORK_LIMITS && { rateLimitsEnabled: true }),
  },
  bsky: { port: first + 2, publicUrl: `http://localhost:${first + 2}` },
  ozone: { port: first + 5 },
})
const pds = network.pds.url

async function call(method, token, body) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const answer = await fetch(`${pds}/xrpc/${method}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${method}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

const people = {}
for (const name of ['alice', 'bob', 'carol']) {
  const made = await call('com.atproto.server.createAccount', null, {
    handle: `${name}.test`, email: `${name}@mail.test`, password: `password of ${name}`,
  })
  const app = await call('com.atproto.server.createAppPassword', made.accessJwt, { name: 'ronde' })
  people[name] = { handle: made.handle, did: made.did, token: made.accessJwt, password: app.password }
}

const write = async (name, collection, record, rkey) => {
  const { did, token } = people[name]
  const whole = { $type: collection, createdAt: new Date().toISOString(), ...record }
  const { uri, cid } = await call('com.atproto.repo.createRecord', token, { repo: did, collection, rkey, record: whole })
  // The view of all counts badly what reaches it at once.
  await network.processAll()
  return { uri, cid }
}
const post = (name, record) => write(name, 'app.bsky.feed.post', record)
const naming = (name, words) => {
  const handle = `@${people[name].handle}`
  const features = [{ $type: 'app.bsky.richtext.facet#mention', did: people[name].did }]
  return { text: `${handle} ${words}`, facets: [{ index: { byteStart: 0, byteEnd: Buffer.byteLength(handle) }, features }] }
}

for (const name of Object.keys(people)) {
  await write(name, 'app.bsky.actor.profile', { displayName: name[0].toUpperCase() + name.slice(1) }, 'self')
}
const opening = await post('alice', { text: 'The shop opens on Saturday!' })
const question = await post('bob', { text: 'At what time?', reply: { root: opening, parent: opening } })
await post('carol', naming('alice', 'do you sell gift cards?'))
await post('carol', { text: 'At last, a shop in our street.', embed: { $type: 'app.bsky.embed.record', record: opening } })
await write('bob', 'app.bsky.feed.like', { subject: opening })
await write('carol', 'app.bsky.feed.like', { subject: opening })
await write('carol', 'app.bsky.feed.repost', { subject: opening })
await write('bob', 'app.bsky.graph.follow', { subject: people.alice.did })

const told = {
  pds, appview: network.bsky.url, plc: network.plc.url, admin: 'admin-pass', seeded: { post: opening, reply: question },
  people: Object.fromEntries(Object.entries(people).map(([name, { handle, did, password }]) => [name, { handle, did, password }])),
}
const file = process.env.NETWORK_FILE
writeFileSync(`${file}.new`, JSON.stringify(told, null, 2))
renameSync(`${file}.new`, file)

const leave = () => {
  setTimeout(() => process.exit(0), 5000).unref()
  network.close().finally(() => process.exit(0))
}
process.once('SIGTERM', leave)
process.once('SIGINT', leave)
