"""French as customers write it."""

from __future__ import annotations

from cxreset.insight.language import stems
from cxreset.insight.language.model import Language

_LITTLE = """
équipe madame monsieur agréer prie salutations distinguées cordialement bonsoir
a ai ainsi alors après as au aujourd'hui aussi autre autres aux avait avant avec avez avoir avons
bien bonjour c'est ça car ce ceci cela celle celui ces cet cette ceux chaque chez comme comment
d'un d'une dans de depuis des deux dès dire dit dois doit donc dont du elle elles en encore entre
es est et était été être eu eux fait faire fois font hier il ils j'ai j'avais je jour jours
jusqu'à juste l'on la là le les leur leurs lors lui ma mais me même mêmes merci mes mieux moi
moins mois mon n'a n'ai n'est nos notre nous on ont où ou par parce peu peut peux plus plusieurs
plutôt pour pourquoi pouvoir près puis qu'il qu'on quand que quel quelle quelque qui quoi s'est sa
sais se semaine semaines ses si sinon soit son sont sous suis suite sur svp ta tant te tel toi ton
toujours tous tout toute toutes très tu un une va vais vers veux voici voilà vont vos votre vous
vu y heure heures étaient grand grande grands grandes petit petite petits petites endroit lieu
manger dîner soirée nuit séjour préféré certainement bonsoir salut madame monsieur stp lundi mardi
mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre
octobre novembre décembre an ans année années matin soir souvent parfois déjà puisque lorsque afin
malgré selon pendant cependant toutefois environ presque seulement tellement aussitôt enfin
ensuite là-bas dessus dessous j'y j'en n'y n'en s'en s'y qu'elle qu'ils c'était j'étais n'était
l'ai m'a m'ont t'es avions aviez étions étiez sommes êtes serait seront sera aurait auraient aura
fut faut faudrait peuvent pouvez pouvait voulu veulent vouloir doivent devrait chose choses faite
faites ailleurs quant telle tels telles lequel laquelle
"""
_NEGATIONS = """
aucun aucune aucuns jamais ne n' non pas personne rien sans ni nul guère
"""
_PRAISE = """
accueillant* adorable* adoré adore agréable* agréablement aimable* aimons appréci* attentif*
attentionné* beaux belle belles bon bonne bonnes bons bravo calme* chaleureu* charmant* chouette*
clair* compétent* confortable* convivial* copieu* courtois* cordial* délicieu* délice* disponible*
efficace* enchant* excellent* exceptionnel* exquis* facile* facilement fantastique* félicit*
fiable* fidèle formidable* frais fraîche* fraîcheur génial* gentil* gourmand* heureu* honnête*
idéal* impeccable* impressionn* incroyable* intéressant* joli* magnifique* magique meilleur*
merveill* nickel original* parfait* parfaitement plaisir plaisant* ponctuel* poli polis précis
pratique* professionnel* prompt* propre propres raffiné* rapidement ravi* recommand* remarquable*
respectueu* réactif* réactivité réussi* satisf* savoureu* sérieu* serviable* sincère soigné*
souriant* sourire splendide* spacieu* sublime* succulent* superbe* super sympa* sympathique* top
tranquille* accessible aimé aimée aimés aime content contente contents fabuleu* reviendr*
retourner* séjourner* amusant* mignon* divin* cosy authentique* redire cordiale rapide rapides
raisonnables adorons
compliment* louange*
"""
_COMPLAINT = """
abîm* abus* agaç* agress* annul* arnaqu* arrogan* attend* attente* aberrant* bâclé* bizarre
bloqué* bruit* bruyant* bug* cass* catastroph* cher chère chers chères coincé* compliqu* coupure*
crad* crasseu* cramé* déçu* décev* décept* défaillan* défaut* défectueu* dégoût* dégueu*
déplorable* dérang* désagréable* désastr* désordre difficile* douteu* dommage dur* écoeur* échec
endommag* énerv* ennuy* erreur* escroc* épouvantable* exécrable* faux fausse* froid froide* fuir
fraud* galère* grève* gâch* honte* horrible* hors humili* ignor* immangeable* impoli* impossible*
imposs* inacceptable* inadmissible* inaccept* incapable* incompét* inconfort* incorrect*
inefficace inexistant* injoignable* insipide* insuffisant* insupportable* inutil* infect*
irrespect* lamentable* lent* lenteur* limite long longue longs malheur* malhonnêt* malpoli* manqu*
mauvais* mauvaise* médiocre* mensong* mépris* mens menteur* minable* moche* mal nul nulle nuls
nulles panne* pénible* perdu* perte pire* plainte plaign* plante* pourri* problème* ras-le-bol
raté* refus* regrett* retard* ridicule* rupture sale sales saleté* scandal* sec soucis souci trop
tromp* triste* usé* vide vieux vieilli vol volé* voleur* vétuste* étroit* ennuis litige*
surfactur* prélev* indû*
"""
_GENERIC = """
argent aucune avis client clients entreprise expérience jamais produit société vraiment hôtel
restaurant étoiles étoile produits site commande personne service
"""

FRENCH = Language(
    code="fr",
    name="French",
    little_text=_LITTLE,
    negation_text=_NEGATIONS,
    praise_text=_PRAISE,
    complaint_text=_COMPLAINT,
    generic_text=_GENERIC,
    parting_text="mais cependant toutefois malheureusement dommage hélas",
    hedging_text=(
        "espère espérons serait seraient pourrait pourraient aurait lu critiques commentaires "
        "entendu apparemment soi-disant craignais"
    ),
    negates_back=True,
    stem=stems.french,
)
