### Les règles, ce qu’elles proposent, le type et le ton.

cmd-rule-switch = Règle : en service, ou à l’arrêt
cmd-rule-up = Règle : monter d’un rang
cmd-rule-down = Règle : descendre d’un rang
cmd-rule-ready = Règles prêtes à l’emploi
cmd-rule-save = Enregistrer la règle
key-rule-save = enregistrer
cmd-rule-leave = Quitter la règle
key-rule-leave = quitter
cmd-rule-next = Ligne suivante
key-rule-next = suivant
cmd-rule-previous = Ligne précédente

notebook-page-rules = Règles

rule-class-title = { $count ->
    [one] Quel type, quel ton ?
   *[other] Quel type, quel ton pour { $count } messages ?
}
rule-class-help = puis un signe pour les deux · Échap
rule-class-unknown = { $key } n’est pas un type.
rule-class-then-tone = { $count ->
    [one] Noté : { $what } · + = - ajoute le ton
   *[other] { $count } messages notés : { $what } · + = - ajoute le ton
}

rule-nothing-proposed = Rien n’est proposé pour ce message.
rule-taken = Accepté : { $what }
rule-left = Laissé : { $what }
rule-taken-many = { $count ->
    [one] Proposition acceptée
   *[other] Propositions acceptées pour { $count } messages
}
rule-left-many = { $count ->
    [one] Proposition laissée
   *[other] Propositions laissées pour { $count } messages
}
rule-proposes = ? Proposé : { $what }
rule-by = par la règle « { $rules } »
rule-keys = { $accept } accepter · { $refuse } laisser
rule-perhaps = { $what } ?
rule-proposed = { $count ->
    [one] Les règles ont changé : { $count } proposition à jour.
   *[other] Les règles ont changé : { $count } propositions à jour.
}
rule-proposing = Propositions : { $count } messages relus…

rule-and = { $one }, { $more }
rule-nothing = rien
rule-any = peu importe
rule-name = { $name }
rule-label = étiquette { $label }
rule-close = archiver
rule-network-other = autre lieu
rule-only-link = seulement un lien
rule-only-emoji = seulement des émojis
rule-channel-reply = réponse ou commentaire
rule-channel-mention = mention
rule-channel-direct = message privé
rule-channel-review = avis
rule-channel-manual = noté à la main
rule-how-many-any = un seul suffit
rule-how-many-all = tous
rule-if-word = contient « { $words } »
rule-if-any = contient un de ces mots : { $words }
rule-if-all = contient tous ces mots : { $words }
rule-if-longer = { $count ->
    [one] plus de { $count } caractère
   *[other] plus de { $count } caractères
}
rule-if-shorter = { $count ->
    [one] moins de { $count } caractère
   *[other] moins de { $count } caractères
}
rule-if-new-person = premier message de la personne
rule-says-if = Si : { $what }
rule-says-then = Alors proposer : { $what }
rule-is-off = À l’arrêt : Espace la remet en service.
rule-never-acts = Une règle propose, elle n’agit jamais : rien n’est archivé ni publié sans votre touche.
rule-empty = Aucune règle. n en écrit une, m en propose de toutes prêtes.
rule-list-help = Espace arrêter · Maj+↑↓ ordre · m règles prêtes à l’emploi
rule-none-here = Choisissez une règle : , mène aux Règles.
rule-line = { $name } → { $what }
rule-tried = { $count ->
    [0] Aucun des { $looked } derniers messages
    [one] { $count } des { $looked } derniers messages
   *[other] { $count } des { $looked } derniers messages
}
rule-tried-says = Essai à blanc : { $what }
rule-switched-on = Règle « { $name } » en service.
rule-switched-off = Règle « { $name } » à l’arrêt.
rule-removed = Règle « { $name } » retirée.
rule-saved = Règle « { $name } » enregistrée.

rule-editor-title = Une règle
rule-heading-if = Si tout ceci est vrai
rule-heading-then = Alors proposer
rule-part-name = Nom
rule-part-keywords = Mots
rule-part-how-many = Mots exigés
rule-part-only = Contenu
rule-part-longer = Plus long que
rule-part-shorter = Plus court que
rule-part-new-person = 1er message
rule-part-network = Réseau
rule-part-channel = Reçu comme
rule-part-kind = Type
rule-part-tone = Ton
rule-part-label = Étiquette
rule-part-urgent = Alerte
rule-part-close = Archiver
rule-part-active = En service
rule-about-name = Le nom sous lequel elle propose.
rule-about-keywords = Des mots entiers ou des suites de mots, séparés par des virgules. Accents et majuscules ne comptent pas.
rule-about-how-many = ←→ : un seul de ces mots suffit, ou il les faut tous.
rule-about-only = ←→ : le message n’est fait que de liens, ou que d’émojis.
rule-about-longer = Un nombre de caractères. Vide : peu importe.
rule-about-shorter = Un nombre de caractères. Vide : peu importe.
rule-about-new-person = ←→ : la personne n’avait jamais écrit.
rule-about-network = ←→ : le réseau par lequel il arrive.
rule-about-channel = ←→ : réponse, mention, message privé, avis…
rule-about-kind = ←→ : le type à proposer.
rule-about-tone = ←→ : le ton à proposer.
rule-about-label = Une étiquette, par son nom. Vide : aucune.
rule-about-urgent = ←→ : remonter en tête de liste.
rule-about-close = ←→ : archiver sans répondre, d’une touche de vous.
rule-about-active = ←→ : propose, ou non.
rule-about-found = ↑↓ parcourt les messages concernés.
rule-flaw-no-name = Il lui faut un nom.
rule-flaw-name-taken = Une autre règle porte ce nom.
rule-flaw-no-condition = Il manque une condition : elle concernerait tous les messages.
rule-flaw-empty-keyword = Un mot est vide.
rule-flaw-too-long = Trop de mots, ou un texte trop long.
rule-flaw-no-length = Aucun message ne peut être à la fois plus long et plus court.
rule-flaw-no-proposal = Elle ne propose rien : choisissez un type, un ton, une étiquette…
rule-trial-title = Essai à blanc : messages concernés
rule-trial-waits = Écrivez une condition et une proposition : les messages concernés s’affichent ici.
rule-would-propose = Proposerait : { $what }
rule-leave-title = La règle n’est pas enregistrée
rule-leave-not = Continuer à l’écrire
rule-leave-save = Enregistrer
rule-leave-drop = Oublier les changements

rule-ready-title = Quelles règles prendre ?
rule-ready-all = Toutes
rule-ready-none = Vous avez déjà toutes les règles prêtes à l’emploi.
rule-ready-taken = { $count ->
    [one] Règle ajoutée.
   *[other] { $count } règles ajoutées.
}
rule-ready-danger = Danger
rule-ready-danger-words = avocat, avocate, procès, plainte déposée, tribunal, police, accident, blessé, blessée, allergie, intoxication, hôpital
rule-ready-complaint = Réclamations
rule-ready-complaint-words = remboursement, rembourser, remboursé, remboursée, arnaque, escroquerie, scandaleux, scandaleuse, inadmissible, honteux, honteuse, jamais reçu, toujours rien, pas reçu, déçu, déçue, refund, scam
rule-ready-spam = Faux gains
rule-ready-spam-words = réclamez, gagné, vous avez été sélectionné, vous avez été sélectionnée, abonnés en 24 h, gain facile, crédit rapide, bitcoin, crypto
rule-ready-link = Liens seuls
rule-ready-emoji = Émojis seuls
rule-ready-purchase = Envies d’achat
rule-ready-purchase-words = quel prix, vos prix, combien coûte, vos tarifs, en acheter, où acheter, commander, en stock, livrez, wholesale
