### Les mesures.

## Commandes et touches

cmd-metrics-type = Saisir les chiffres, case par case
key-metrics-type = saisir
cmd-metrics-same = Reprendre la valeur de la veille
key-metrics-same = comme la veille
cmd-metrics-next-view = Vue suivante : relevé, courbes, publications
key-metrics-next-view = vue
cmd-metrics-previous-view = Vue précédente
cmd-metrics-why = Pourquoi ce chiffre ?
key-metrics-why = pourquoi ?
cmd-metrics-previous-gap = Jour sans relevé précédent
cmd-metrics-next-gap = Jour sans relevé suivant
key-metrics-next-gap = jour à combler
cmd-metrics-yesterday = Revenir à hier
cmd-metrics-open = Ouvrir la publication dans le navigateur
cmd-sheet-next = Enregistrer et passer à la case suivante
key-sheet-next = suivant
cmd-sheet-back = Enregistrer et revenir à la case d’avant
cmd-sheet-same = Reprendre la veille et passer à la case suivante
key-sheet-same = comme la veille
cmd-sheet-none = Non donné par le réseau (n’est pas 0)
key-sheet-none = non donné
cmd-sheet-leave = Quitter la saisie
key-sheet-leave = terminer

## Le relevé du jour

metrics-title = Relevé du { $day }{ $ago ->
    [0] {" "}(aujourd’hui)
    [1] {" "}(hier)
   *[other] {""}
}
metrics-typing = SAISIE
metrics-column-followers = Abonnés
metrics-column-reach = Portée
metrics-column-views = Vues
metrics-column-impressions = Impr.
metrics-column-likes = J’aime
metrics-column-comments = Com.
metrics-column-shares = Part.
metrics-column-saves = Enr.
metrics-column-clicks = Clics
metrics-column-rate = Engag.
metrics-column-posts = Public.
metrics-legend = ⟳ automatique  ✎ à saisir  n.d. non donné (≠ 0)  … inconnu
metrics-rule-unknown = « … » veut dire inconnu, « n.d. » que le réseau ne le donne pas. Ce n’est jamais 0 et ne compte dans aucun taux.
metrics-complete = { $all ->
    [one] { $done }/{ $all } compte complet · chaque case est enregistrée aussitôt
   *[other] { $done }/{ $all } comptes complets · chaque case est enregistrée aussitôt
}
metrics-before = { $name } · valeur d’avant : { $before }
metrics-before-and-now = { $name } · avant : { $before } → { $value }
metrics-before-none = { $name } · pas de valeur la semaine d’avant
metrics-before-never = { $name } · jamais donné par ce réseau ; vous pouvez le saisir
metrics-no-account = Aucun compte pour l’instant : ouvrez le Carnet (7) et ajoutez-en un, connecté ou suivi à la main. Le relevé prendra ensuite deux minutes par jour.
metrics-gaps = { $count ->
    [one] 1 jour sans relevé (Maj+→)
   *[other] { $count } jours sans relevé (Maj+→)
}
metrics-tomorrow = Ce jour n’est pas encore commencé.
metrics-no-gap = Aucun jour sans relevé sur les 31 derniers.
metrics-no-cell = Les courbes ne se saisissent pas : , ramène au relevé.
metrics-nothing-before = Pas de valeur à reprendre : la semaine d’avant n’en a pas.
metrics-none-of-posts = Un chiffre de publication qui manque reste inconnu : il n’y a rien à noter.
metrics-no-url = Cette publication n’a pas d’adresse.
sheet-digits-only = Des chiffres seulement. n : non donné, Échap : terminer.
sheet-unlikely = { $value } au lieu de { $before } : plus de 50 % d’écart. Entrée encore une fois si c’est juste.
sheet-end = Relevé enregistré : plus rien à saisir pour ce jour.

## Les taux

metrics-rates = Engagement par portée
metrics-rate-7 = 7 j
metrics-rate-30 = 30 j
metrics-base-none = Aucune portée connue pour l’instant.
metrics-base-posts = sur les publications dont la portée est connue
metrics-base-days = sur les jours du relevé dont la portée est connue

## Courbes et publications

metrics-span = { $from } – { $to }
metrics-curve-title = { $name } · { $figure } · { $span }
metrics-curve-later = La courbe d’un chiffre se dessine ici dès qu’il est relevé.
metrics-no-curve = Rien n’est relevé pour ce chiffre sur ces trente jours.
metrics-broken = Compté autrement depuis le { $day } ({ $definition }) : les deux parties ne se comparent pas.
metrics-curve-keys = ↑↓ compte · Tab chiffre · un blanc est un jour sans relevé
metrics-posts-box = Publications de 30 jours, par engagement
metrics-posts-title = Publications · { $span }
metrics-no-posts = Aucune publication sur ces trente jours. La File (4) prépare la prochaine.
metrics-posts-legend = Chiffres à 7 jours d’âge. ◷ plus jeune : encore en cours. Entrée : saisir.

## Pourquoi ce chiffre

metrics-why-title = Pourquoi ce chiffre ?
metrics-why-line = { $name } : { $value } = { $grounds }
metrics-definition = Définition du réseau : { $definition }. Une autre définition interrompt la courbe.
metrics-never-given = { $network } ne donne jamais ce chiffre : ni inconnu ni 0, il n’est pas demandé et n’entre dans aucun total. Vous pouvez le saisir si vous l’avez d’ailleurs.
metrics-about-followers = Abonnés : combien suivent le compte, à la fin de la journée.
metrics-about-reach = Portée : comptes différents qui ont vu quelque chose ce jour-là. Elle ne s’additionne ni d’un jour à l’autre, ni d’un réseau à l’autre.
metrics-about-views = Vues : combien de fois quelque chose a été montré ; les répétitions comptent.
metrics-about-impressions = Impressions : combien de fois quelque chose a été affiché.
metrics-about-likes = J’aime : j’aime et réactions de la journée.
metrics-about-comments = Commentaires : commentaires et réponses de la journée.
metrics-about-shares = Partages : partages et repartages de la journée, et citations là où le réseau les compte.
metrics-about-saves = Enregistrements : mises de côté par les lecteurs ce jour-là.
metrics-about-clicks = Clics : clics sur un lien ; ils ne comptent pas dans les interactions.
metrics-about-posts = Publications : combien le compte en a, en tout.
metrics-of-post-reach = Portée : comptes différents qui ont vu cette publication. Elle ne s’additionne ni d’une publication à l’autre, ni d’un réseau à l’autre.
metrics-of-post-views = Vues : combien de fois elle a été montrée ; les répétitions comptent.
metrics-of-post-likes = J’aime : j’aime et réactions reçus par cette publication.
metrics-of-post-comments = Commentaires : commentaires et réponses reçus par cette publication.
metrics-of-post-shares = Partages : partages et repartages de cette publication, et citations là où le réseau les compte.
metrics-of-post-saves = Enregistrements : mises de côté par les lecteurs.
metrics-of-post-clicks = Clics : clics sur un lien ; ils ne comptent pas dans les interactions.
metrics-post-total = C’est le total depuis sa sortie, relevé à sept jours au plus.
metrics-source-api = Relevé automatiquement le { $day } à { $hour }.
metrics-source-file = Importé le { $day } à { $hour }.
metrics-source-typed = Saisi le { $day } à { $hour }.
