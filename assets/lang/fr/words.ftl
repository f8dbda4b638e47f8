### Les mots du métier, partagés par tous les écrans.

kind-unsorted = à trier
kind-question = question
kind-complaint = plainte
kind-purchase = achat
kind-praise = compliment
kind-mention = mention
kind-spam = spam

tone-unrated = ton non noté
tone-positive = positif
tone-neutral = neutre
tone-negative = négatif

reaction-like = { $count } j’aime
reaction-share = { $count ->
    [one] { $count } partage
   *[other] { $count } partages
}
reaction-follow = { $count ->
    [one] { $count } abonnement
   *[other] { $count } abonnements
}

visibility-public = publique
visibility-unlisted = non listée
visibility-followers = abonnés
visibility-direct = privée

state-open = à traiter
state-answered = ✓ répondu
state-delegated = délégué
state-snoozed = en attente
state-closed = ✓ archivé
state-hidden = ✓ modéré

view-open = À traiter
view-delegated = Délégués
view-snoozed = En attente
view-answered = Répondus
view-all = Tous

stage-held = retenu
stage-queued = en file
stage-sending = en cours
stage-done = parti
stage-refused = refusé
stage-unknown = incertain
stage-taken-back = repris

act-publish = publication
act-reply = réponse
act-like = j’aime
act-repost = relais
act-quote = citation
act-hide = masquage sur le réseau
act-delete = suppression
act-mute = masquage de l’auteur
act-block = blocage de l’auteur
act-report = signalement

ability-reply = les réponses
ability-like = les j’aime
ability-repost = les relais
ability-quote = les citations
ability-hide = le masquage d’une réponse
ability-delete = la suppression
ability-mute = le masquage d’un auteur
ability-block = le blocage d’un auteur
ability-report = le signalement
ability-publish = la publication
ability-media = les images
ability-direct = les messages privés
ability-context = les conversations
ability-figures = les chiffres
ability-look-up = la vérification d’un envoi
ability-idempotency = la protection contre les doublons
ability-filtered = les mentions filtrées

lack-manual = { $account } est suivi à la main : c copie, o ouvre.
lack-expired = L’autorisation de { $account } a expiré : reconnectez-le dans le Carnet (7).
lack-server = Le serveur de { $account } ne propose pas { $ability }.

sweep-of-morning = Ronde du matin
sweep-of-midday = Ronde de midi
sweep-of-afternoon = Ronde d’après-midi

highlight-win = Bravo
highlight-feedback = Retour
highlight-note = Note

person-unknown = à connaître
person-client = client
person-prospect = prospect
person-member = membre
person-journalist = journaliste
person-influencer = influenceur
