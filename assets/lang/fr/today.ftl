### Jour.

cmd-today-start = Commencer ou reprendre ce bloc
key-today-start = commencer
cmd-today-side = Passer à « À ne pas laisser passer » et revenir
key-today-side = à ne pas laisser passer
cmd-today-view = Semaine ou liste
cmd-today-why = Délais de réponse : d’où viennent ces chiffres ?
key-today-why = pourquoi
cmd-today-streak = Montrer ou cacher la série de jours

today-title = Ma journée · { $day }
today-headings = { "  " }BLOC                ÉTAT
today-sheet = Relevé des mesures
today-sheet-state = { $all ->
    [0] aucun compte à relever
   *[other] { $done ->
        [one] hier : { $done } compte relevé sur { $all }
       *[other] hier : { $done } comptes relevés sur { $all }
    }
}
today-content = Création et file
today-content-state = { $review } à valider, { $create } à préparer
today-sweep-waiting = pas commencée
today-sweep-done = ✓ { $count } en { $lasted }
today-open = { $count ->
    [0] Aucun message n’attend.
    [one] { $count } message attend une décision.
   *[other] { $count } messages attendent une décision.
}
today-reactions = Depuis hier : { $what }
today-reactions-on = Depuis hier ({ $networks }) : { $what }
today-reactions-why = J’aime, partages et abonnements depuis hier 0 h : ceux que les réseaux signalent un à un (Mastodon, Bluesky). Les autres réseaux n’y sont pas ; les totaux sont dans Mesures.
today-no-account = Aucun compte : 7 ouvre le Carnet, n en ajoute un.
today-slipping = À ne pas laisser passer ({ $count })
today-nothing-slips = ✓ Rien ne presse.
today-week = 5 derniers jours ouvrés
today-week-sweeps = Rondes
today-week-posts = Publications
today-answers = { $count ->
    [0] Réponse sur 30 jours : rien à mesurer pour l’instant.
   *[other] Réponse, 30 j : médiane { $median } · 9e décile { $ninth } · taux { $rate } ({ $count })
}
today-within = objectif { $share }
today-sweep-read = { $count } lus
today-sweep-answered = { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
}
today-sweep-left = reste { $count }
today-streak-shown = La série de jours se montre.
today-streak-hidden = La série de jours se cache. La même commande la ramène.

response-title = Délais de réponse : d’où viennent ces chiffres
response-rate = Taux de réponse = répondus ÷ à répondre : { $answered } ÷ { $needing } = { $rate }
response-needing = À répondre = reçus − archivés « sans réponse utile » − spam : { $received } − { $aside } − { $spam } = { $needing }. Un message délégué ne compte que lorsqu’il est répondu.
response-times = Première réponse, en heures ouvrées ({ $hours }, { $days }, sans les jours chômés ni fériés), sur { $count ->
    [one] { $count } délai
   *[other] { $count } délais
 } : médiane { $median }, 9e décile { $ninth }. La médiane, parce qu’une seule réponse tardive déforme une moyenne.
response-resolution = Résolution = médiane, de la délégation à la fin, en heures ouvrées : { $median } ({ $count ->
    [one] { $count } cas
   *[other] { $count } cas
 }).
response-no-target = Objectif : aucun. Le Carnet (7), page Marque, en donne un à chaque type.
response-within = Dans l’objectif = répondus à temps ÷ à répondre : { $answered } ÷ { $needing } = { $share }. Par type : { $parts }
response-within-kind = { $kind } ({ $target }) { $answered } ÷ { $needing } = { $share }
response-source = Source : le journal de Ronde ({ $from } – { $to }). Ce qui datait d’avant Ronde n’y est pas.
response-waiting = { $count ->
    [one] Manque : { $count } message attend encore et reste au dénominateur : { $author } ({ $day }).
   *[other] Manquent : { $count } messages attendent encore et restent au dénominateur ; le plus ancien : { $author } ({ $day }).
}
response-small = Petit effectif : { $count } messages, moins de 30.
today-streak = { $count ->
    [0] Série : elle commence avec les rondes d’aujourd’hui.
    [one] Série : { $count } jour ouvré (week-ends et congés sans effet)
   *[other] Série : { $count } jours ouvrés (week-ends et congés sans effet)
}
today-highlights = Dernières notes
today-highlight-of = { $author } : { $words }
today-no-highlight = Rien de gardé pour le rapport : b (bravo) et f (retour) dans la Boîte.

slip-unclear = { $count ->
    [one] { $count } envoi incertain : est-il passé ?
   *[other] { $count } envois incertains : sont-ils passés ?
}
slip-complaints = { $count ->
    [one] { $count } plainte attend depuis { $age }
   *[other] { $count } plaintes, dont une depuis { $age }
}
slip-overdue = { $contact } : retour en retard de { $age }
slip-waiting = { $count ->
    [one] En attente de { $contact }, { $waited }
   *[other] { $count } en attente, dont { $contact }, { $waited }
}
slip-unsent = { $count ->
    [one] Une réponse à envoyer à la main
   *[other] { $count } réponses à envoyer à la main
}
slip-promise = Promis à { $name } pour le { $day } : { $text }
slip-missed = { $clock } manqué : { $title }
slip-leaving = { $clock } { $title }
slip-validation = { $count ->
    [one] { $count } contenu à valider
   *[other] { $count } contenus à valider
}
slip-expired = { $name } : autorisation expirée
slip-report = Rapport à exporter : { $month }
