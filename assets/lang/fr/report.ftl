### The report as a document: its headings, figures, tables and method.

## The document

report-title = Rapport
report-file-name = rapport
report-brand-file-name = marque
report-period-span = du { $from } au { $to }
report-period-week = semaine { $week }, du { $from } au { $to }
report-compared = Comparé à : { $period }
report-made = Établi le { $day } à { $hour }
report-running = Période en cours : { $days } { $days ->
        [one] jour compté
       *[other] jours comptés
     } sur { $of }
report-provisional = Provisoire
report-provisional-why = { $count ->
        [one] Un texte reste à écrire
       *[other] { $count } textes restent à écrire
     } : { $sections }.
report-demo = Données de démonstration
report-to-write = À écrire.
report-contents = Sommaire
report-previous = { $value } la période d’avant
report-previous-month = { $value } en { $month }
report-colophon = Ronde { $version } · empreinte des données { $print }

## Sections

report-section-essentials = L’essentiel
report-section-goals = Objectifs et résultats
report-section-audience = Audience
report-section-visibility = Visibilité
report-section-content = Publications et engagement
report-section-exchanges = Échanges et réponses
report-section-voice = Voix de la communauté
report-section-next = La suite
report-section-method = Méthode

## What the CM is asked to write, by section

report-lead-essentials = Ce qu’il faut retenir
report-lead-goals = Où en sont les objectifs
report-lead-audience = Ce qui l’explique
report-lead-visibility = Ce qui l’explique
report-lead-content = Ce que j’en retiens
report-lead-exchanges = Ce que j’en retiens
report-lead-voice = Ce que j’en retiens
report-lead-next = Recommandations et besoins

## Figures: their names

report-figure-er-r = Taux d’engagement par portée
report-figure-er-r-median = Engagement par portée, médiane par publication
report-figure-er-r-daily = Engagement par portée, relevé quotidien
report-figure-er-f = Engagement par abonnés
report-figure-i1000 = Interactions pour 1 000 abonnés et par publication
report-figure-amp = Partages par publication
report-figure-conv = Commentaires par publication
report-figure-app = J’aime par publication
report-figure-vir = Viralité
report-figure-ctr = Taux de clic
report-figure-freq = Répétition
report-figure-interactions = Interactions
report-figure-reach-sum = Portée cumulée des publications
report-figure-reach-day = Portée moyenne d’un jour
report-figure-views = Vues
report-figure-impressions = Impressions
report-figure-clicks = Clics sur lien
report-figure-posts = Publications
report-figure-followers = Abonnés à la fin
report-figure-net-followers = Abonnés gagnés, net
report-figure-grow = Croissance des abonnés
report-figure-received = Messages reçus
report-figure-needing = Demandant une réponse
report-figure-answered = Ayant reçu une réponse
report-figure-resp = Taux de réponse
report-figure-t50 = Délai de réponse médian
report-figure-t90 = Délai de réponse, 9e décile
report-figure-sla = Répondus dans l’objectif
report-figure-delegated = Délégués
report-figure-tres = Délai de résolution médian
report-figure-net = Ton net
report-figure-replies = Réponses envoyées depuis Ronde

## Figures: how each is counted

report-how-er-r = Somme des interactions ÷ somme des portées des publications dont la portée est connue. Interactions = j’aime + commentaires + partages + enregistrements ; les clics n’en font pas partie.
report-how-er-r-median = La publication du milieu, quand on les range par taux d’engagement. Jamais une moyenne de pourcentages.
report-how-er-r-daily = Somme des interactions ÷ somme des portées, sur les jours du relevé où les deux sont connues.
report-how-er-f = Interactions d’une publication ÷ abonnés du compte au moment de publier.
report-how-i1000 = Somme des interactions ÷ publications ÷ moyenne des abonnés × 1 000. Se compare d’un réseau à l’autre.
report-how-amp = Partages ÷ publications. Un nombre, pas un pourcentage. Une citation est un partage, là où le réseau les compte.
report-how-conv = Commentaires ÷ publications. Un nombre, pas un pourcentage.
report-how-app = J’aime et réactions ÷ publications. Un nombre, pas un pourcentage.
report-how-vir = Partages ÷ portée, pour les publications qui donnent les deux.
report-how-ctr = Clics sur lien ÷ impressions, ou ÷ vues quand le réseau compte des vues.
report-how-freq = Impressions ou vues ÷ portée des mêmes publications.
report-how-interactions = J’aime + commentaires + partages + enregistrements des publications, à sept jours au plus.
report-how-reach-sum = Somme des portées des publications : une même personne peut compter plusieurs fois. Ce n’est pas un nombre de personnes.
report-how-reach-day = Moyenne des jours relevés. Les portées de plusieurs jours ne s’additionnent pas.
report-how-views = Somme des vues des jours relevés ; les répétitions comptent.
report-how-impressions = Somme des impressions des jours relevés.
report-how-clicks = Somme des clics sur lien des jours relevés.
report-how-posts = Publications sorties dans la période, une par compte.
report-how-followers = Dernier nombre d’abonnés relevé dans la période.
report-how-net-followers = Abonnés à la fin − abonnés au début. Une personne qui suit deux comptes compte deux fois.
report-how-grow = (abonnés à la fin − abonnés au début) ÷ abonnés au début.
report-how-received = Messages reçus dans la période, sur tous les comptes.
report-how-needing = Messages reçus − classés sans réponse utile − masqués − indésirables.
report-how-answered = Messages de la période qui ont eu une réponse, ici ou sur le réseau.
report-how-resp = Messages répondus ÷ messages demandant une réponse. Un message délégué compte quand il a sa réponse ; ce qui attend reste au dénominateur.
report-how-t50 = Délai du milieu entre la réception et la première réponse, en heures ouvrées.
report-how-t90 = Neuf réponses sur dix sont parties plus vite, en heures ouvrées.
report-how-sla = Répondus dans l’objectif de leur type ÷ messages demandant une réponse, pour les types qui ont un objectif.
report-how-delegated = Messages confiés à un collègue, à un moment ou à un autre.
report-how-tres = Délai du milieu jusqu’à la fin d’un message délégué, en heures ouvrées.
report-how-net = (positifs − négatifs) ÷ tous les messages dont le ton est noté × 100. Le ton est posé par une personne.
report-how-replies = Réponses parties de Ronde dans la période, selon le journal.

## Where counts come from

report-origin-api = relevé automatique
report-origin-file = importé
report-origin-typed = saisi
report-origin-posts = chiffres des publications
report-origin-journal = journal de Ronde

## Changes

report-change-points = { $by } pt
report-change-score = { $by } pt
report-change-by-day = { $change } par jour
report-small = petit effectif
report-no-change = stable

## What a figure rests on

report-division = { $top } ÷ { $bottom }
report-coverage-accounts = { $known } { $known ->
        [one] compte
       *[other] comptes
     } sur { $of }
report-coverage-days = { $known } { $known ->
        [one] jour
       *[other] jours
     } sur { $of }
report-sample = n = { $n }

## Columns of tables

report-column-figure = Indicateur
report-column-before = Reçus avant
report-column-change = Évolution
report-column-account = Compte
report-column-start = Début
report-column-end = Fin
report-column-net = Net
report-column-growth = Croissance
report-column-views = Vues
report-column-impressions = Impressions
report-column-reach-day = Portée / jour
report-column-reach-sum = Portée cumulée
report-column-clicks = Clics
report-column-ctr = Taux de clic
report-column-engagement = Engagement
report-column-posts = Public.
report-column-interactions = Interactions
report-column-thousand = Pour 1 000
report-column-post = Publication
report-column-day = Date
report-column-reach = Portée
report-column-kind = Type
report-column-received = Reçus
report-column-needing = À répondre
report-column-answered = Répondus
report-column-delegated = Délégués
report-column-waiting = En attente
report-column-definition = Comment c’est compté
report-column-counts = Compte
report-column-source = Source
report-column-days = Jours relevés
report-column-missing = Jours sans relevé

## Blocks

report-results = Résultats
report-no-goals = Aucun objectif chiffré n’est enregistré dans Ronde : les résultats sont comparés à la période d’avant, jamais à un « bon taux » du marché.
report-followers-table = Abonnés par compte
report-followers-chart = Abonnés, jour par jour
report-views-chart = Vues, jour par jour
report-impressions-chart = Impressions, jour par jour
report-lines-about = Chaque compte a sa propre échelle. Un blanc est un jour sans relevé ; un trait pointillé est un changement de définition, que la courbe ne traverse pas.
report-visibility-table = Visibilité par compte
report-reach-note = La portée n’est jamais additionnée d’un jour à l’autre ni d’un réseau à l’autre pour en faire un nombre de personnes.
report-engagement-chart = Engagement par portée, par compte
report-engagement-about = Somme des interactions ÷ somme des portées des publications de chaque compte. Un réseau qui ne donne pas la portée n’a pas de barre.
report-content-table = Publications par compte
report-pillars-chart = Engagement médian par pilier
report-pillars-about = La publication du milieu de chaque pilier, à sept jours. Le nombre de publications est entre parenthèses.
report-no-pillar = sans pilier
report-best = Les meilleures publications
report-weakest = Les plus faibles
report-ranked = Rangées par { $figure }, à sept jours d’âge.
report-young = { $count ->
        [one] Une publication a moins de sept jours : elle est en cours et n’est pas classée.
       *[other] { $count } publications ont moins de sept jours : elles sont en cours et ne sont pas classées.
     }
report-outliers = Hors norme (plus de trois fois la portée médiane), gardé dans les totaux : { $posts }.
report-exchanges-table = Chiffres des échanges
report-kinds-chart = Messages reçus, par type
report-kinds-about = Ce que les gens ont écrit, tel que classé par une personne.
report-kinds-table = Ce que chaque type est devenu
report-days-chart = Messages reçus, par jour
report-days-about = Un trait par jour ; le jour le plus chargé porte son nombre.
report-hours-chart = Quand les gens écrivent
report-hours-about = Messages reçus par jour de la semaine et heure de la marque. Plus la case est sombre, plus il y en a.
report-oldest = Le plus ancien message qui attend encore est de { $author }, le { $day }.
report-nothing-waits = Aucun message de la période n’attend.
report-moderation = Modération : { $acts }.
report-unclear = { $count ->
        [one] Un envoi dont l’issue est inconnue
       *[other] { $count } envois dont l’issue est inconnue
     } : à vérifier sur le réseau.
report-sweeps = { $held ->
        [0] Aucune ronde tenue
        [one] Une ronde tenue
       *[other] { $held } rondes tenues
     } sur { $days ->
        [one] un jour
       *[other] { $days } jours
     } : { $done } messages conclus sur { $listed } (réponses : { $answered }, délégations : { $delegated }, suspensions : { $snoozed }, archivages : { $closed }, masquages : { $hidden }). Lus : { $read }. Durée totale : { $total }, médiane d’une ronde : { $median }.
report-within = Dans l’objectif, en heures ouvrées : { $parts }.
report-within-part = { $kind } ({ $target }) { $answered }/{ $needing }, soit { $share }
report-wins = Réussites
report-consent-not-asked = accord non demandé
report-consent-asked = accord demandé
report-consent-given = accord donné
report-feedback = Retours transmis
report-notes = Notes
report-no-highlights = Rien n’a été gardé pendant la période. Dans la boîte, b garde une réussite et f un retour.
report-tones = Ton des messages notés : { $tones }.
report-part = { $count } { $name }
report-accounts-none = Aucun compte.
report-no-posts = Aucune publication dans la période.
report-no-messages = Aucun message reçu dans la période.

## Method

report-definitions = Définitions et comptes
report-completeness = Données relevées
report-no-missing = aucun
report-breaks = Changements de définition
report-break = { $account }, { $metric } : compté autrement depuis le { $day } ({ $from } → { $to }). Rien n’est additionné ni comparé de part et d’autre.
report-rules = Règles
report-rule-unknown = « — » veut dire inconnu. Ce n’est jamais 0, et c’est exclu du numérateur comme du dénominateur.
report-rule-not-given = « n.d. » veut dire que le réseau ne donne jamais ce chiffre : ce n’est ni 0 ni un oubli, et aucun total n’en est complété.
report-never-given = { $network } ne donne jamais : { $figures }.
report-not-given = n.d.
report-not-given-note = « n.d. » : non donné par le réseau. Les totaux et les taux portent sur les seuls comptes qui donnent ce chiffre.
report-withheld = non donné par { $networks }
report-rule-change = Les nombres évoluent en %, les taux en points (pt). Des périodes de longueurs différentes sont comparées par jour. Moins de 30 cas : « petit effectif ».
report-rule-gaps = Un jour sans relevé reste vide : il n’est ni estimé ni comblé.
report-rule-hours = Les délais sont en heures ouvrées de la marque.
report-fingerprint = Empreinte des données (SHA-256) : { $print }

## Kinds, metrics, tones, acts

report-kind-unsorted = non classé
report-kind-question = question
report-kind-complaint = plainte
report-kind-purchase = achat
report-kind-praise = compliment
report-kind-mention = mention
report-kind-spam = indésirable
report-metric-followers = abonnés
report-metric-reach = portée
report-metric-views = vues
report-metric-impressions = impressions
report-metric-likes = j’aime
report-metric-comments = commentaires
report-metric-shares = partages
report-metric-saves = enregistrements
report-metric-clicks = clics
report-metric-posts = publications
report-tone-unrated = non noté
report-tone-positive = positifs
report-tone-neutral = neutres
report-tone-negative = négatifs
report-act-publish = publications
report-act-reply = réponses
report-act-like = j’aime
report-act-repost = relais
report-act-quote = citations
report-act-hide = masquages sur le réseau
report-act-delete = suppressions
report-act-mute = mises en sourdine
report-act-block = blocages
report-act-report = signalements

## The e-mail summary

report-mail-attached = Le détail, les définitions et les jours sans relevé sont dans le rapport joint.

## L’onglet : commandes et touches

cmd-report-write = Écrire le texte de cette partie
key-report-write = écrire
cmd-report-export = Exporter le rapport en fichiers
key-report-export = exporter
cmd-report-mail = Copier le résumé pour un courriel
key-report-mail = résumé
cmd-report-compare = Comparer au mois d’avant ou à l’an dernier
key-report-compare = comparer
cmd-report-language = Changer la langue du rapport
cmd-report-pane = Parties ou aperçu (petit écran)
key-report-pane = aperçu
report-pane-back = parties
cmd-report-why = Comment ces chiffres sont comptés
cmd-section-done = Terminer : le texte est gardé
key-section-done = terminer
cmd-section-editor = Écrire dans votre éditeur
key-section-editor = éditeur
cmd-section-saved = Rien à faire : c’est déjà enregistré

## L’onglet

report-outline = { $ready ->
    [one] { $period } · { $ready }/{ $all } prête
   *[other] { $period } · { $ready }/{ $all } prêtes
}
report-preview = { $number }/{ $all } · { $name }
report-data = Jours relevés
report-data-line = { $name } { $known }/{ $of }
report-data-missing = Les jours manquants sont signalés, pas comblés.
report-written-in-fr = Rapport en français (L)
report-written-in-en = Rapport en anglais (L)
report-still-provisional = Exporter reste possible : mention « provisoire »
report-text-saved = enregistré
report-text-saving = enregistrement…
report-no-text-here = Cette partie est écrite par Ronde : elle n’attend pas de texte.
report-not-begun = Ce mois n’est pas encore commencé.
report-compares = Comparé à : { $period }
report-language-is-fr = Le rapport sera en français.
report-language-is-en = Le rapport sera en anglais.
report-export-title = Exporter le rapport : { $period }
report-export-all = Tout : HTML, Markdown et CSV
report-export-html = HTML : une page à envoyer ou à imprimer en PDF
report-export-markdown = Markdown : du texte à reprendre ailleurs
report-export-csv = CSV : les chiffres pour un tableur
report-mail-copied = Résumé copié : collez-le dans votre courriel.
report-written = { $count ->
    [one] Écrit : { $file }
   *[other] { $count } fichiers écrits ; le premier : { $file }
}
report-not-written = Le rapport n’a pas pu être écrit : { $why }
report-not-written-do = Vos textes sont gardés. Vérifiez le dossier des rapports dans la configuration, puis X.
report-why-line = { $name } : { $value }. { $how }
