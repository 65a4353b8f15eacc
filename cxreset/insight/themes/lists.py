"""Words that tell a language, and words that say nothing about a reason."""

from __future__ import annotations

ENGLISH_STOP = """
a about above after again against all almost along already also although always am amp an and
another any anyone anything are aren't around as ask asked asking at away back be became because
been before began being below best better between both but by call called calling came can come
comes coming could couldn't day days did didn't do does doesn't doing don't done down during each
either else end ever every everyone everything few finally find first for forward found from full
get gets getting give given gives giving go goes going gone gonna good got gotten guy guys had
half happen happened happening hard has hasn't have haven't having he he's hello help her here
here's hey hi him his hour hours how however i i'd i'll i'm i've if in instead into is isn't it
it'll it's its itself just keep keeps kept know knows last later least less let lets like little
literally live ll long longer look looking lot lots made make makes making many may maybe me mean
means might minute minutes mins month months more most much must my myself need needed needs never
new next no nobody none nor not nothing now of off often oh ok okay old on once one ones only onto
or other others our ours out over own part people per person place please point pls possible
probably put quite rather re real really right said same saw say saying says see seem seems seen
sent several shall she should shouldn't show side since so some someone something sometimes soon
still stop such sure take taken takes taking tell telling tells than thank thanks that that's the
their theirs them themselves then there there's these they they'd they'll they're they've thing
things think this those though three through thru time times to today together told tomorrow
tonight too took totally toward tried tries true try trying turn twice two u under until up ur
upon us use used using usually ve very via want wanted wants was wasn't way we we'd we'll we're
we've week weeks well went were weren't what what's whatever when where whether which while who
who's whole whom whose why will with within without won't wonder work would wouldn't year years
yes yesterday yet you you'd you'll you're you've your yours yourself im ive dont cant wont didnt
doesnt isnt wasnt thats whats lol omg wtf etc am pm via rt monday tuesday wednesday thursday
friday saturday sunday january february march april june july august september october november
december
"""

GERMAN_STOP = """
ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits
bin bis bist bitte da dabei dadurch dafür dagegen daher damit danach dann daran darauf darüber das
dass davon dazu dein dem den denn der deren des deshalb dich die dies diese diesem diesen dieser
dieses dir doch dort du durch eben ein eine einem einen einer eines einfach einmal er erst erster
es etwas euch euer eure für gab ganz gar gegen gehen geht gerade gern gibt ging habe haben hat
hatte hätte hatten heute hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in
ins ist ja jede jedem jeden jeder jedes jemand jetzt kam kann keine kein keinem keinen keiner
komme kommen kommt könnte können kurz letzte letzten macht machen mal man mehr mein meine meinem
meinen meiner mich mir mit muss musste müssen nach nachdem natürlich neben nein nicht nichts noch
nun nur ob oder ohne per pro recht schon sehr sei sein seine seinem seinen seiner seit sich sie
sind so sogar soll sollte somit sondern sonst statt tag tage über um und uns unser unsere unseren
unserer unter viel viele vielen vom von vor war waren warum was weg wegen weil weiter weiß welche
wenig wenn wer werde werden wie wieder will wir wird wo woche wollen wollte worden wurde wurden
würde zu zum zur zwar zwei zwischen uhr stunde stunden minuten min danke hallo euro leute morgen
gestern mann echt halt eigentlich
"""

FRENCH_STOP = """
a ai ainsi alors après as au aucun aucune aujourd'hui aussi autre autres aux avait avant avec avez
avoir avons bien bonjour c'est ça car ce ceci cela celle celui ces cet cette ceux chaque chez
comme comment d'un d'une dans de depuis des deux dès dire dit dois doit donc dont du elle elles en
encore entre es est et était été être eu eux fait faire fois font hier il ils j'ai j'avais je jour
jours jusqu'à juste l'on la là le les leur leurs lors lui ma mais me même mêmes merci mes mieux
moi moins mois mon n'a n'ai n'est ne ni nos notre nous on ont où ou par parce pas peu peut peux
plus plusieurs plutôt pour pourquoi pouvoir près puis qu'il qu'on quand que quel quelle quelque
qui quoi rien s'est sa sais sans se semaine semaines ses si sinon soit son sont sous suis suite
sur svp ta tant te tel toi ton toujours tous tout toute toutes très trop tu un une va vais vers
veux voici voilà vont vos votre vous vu y heure heures
"""

# The rest are only told apart, to say that nothing here knows them.
SPANISH_STOP = """
al como con cuando del desde donde el ella ellos en era es esta este esto está están fue ha hace
hay la las lo los mas me mi mucho muy más nada ni no nos o para pero por porque que qué se ser si
sin sobre son su sus también te tengo tiene todo todos tu un una uno y ya yo gracias
"""
ITALIAN_STOP = """
abbiamo al alla anche che chi ci come con cosa da dal dalla degli dei del della delle di dove e
era gli ha hanno ho i il in io la le lo loro ma mi mio molto ne nei nel nella no noi non nulla o
per perché più poi quando quello questa questo se sempre senza si sono stato su sul tutti tutto un
una uno vi è grazie
"""
DUTCH_STOP = """
aan al als bij dan dat de deze die dit door een en er ge geen had heb hebben heeft het hier hij
hoe ik in is je kan maar me meer met mij mijn na naar niet niets nog nu of om omdat onder ons ook
op over te tot u uit van veel voor want waren was wat we werd wie wij wordt ze zich zijn zo zonder
zou
"""
PORTUGUESE_STOP = """
ao aos as até com como da das de depois do dos e ela ele em era essa esse esta estava este eu foi
fui há isso isto já lhe mais mas me mesmo meu minha muito na nas nem no nos não o os ou para pela
pelo por porque quando que quem se sem ser seu sua são também te tem tenho tudo um uma você vocês
à é obrigado
"""

STOP = {
    "en": frozenset(ENGLISH_STOP.split()),
    "de": frozenset(GERMAN_STOP.split()),
    "fr": frozenset(FRENCH_STOP.split()),
}
TELLING = {
    **STOP,
    "es": frozenset(SPANISH_STOP.split()),
    "it": frozenset(ITALIAN_STOP.split()),
    "nl": frozenset(DUTCH_STOP.split()),
    "pt": frozenset(PORTUGUESE_STOP.split()),
}
LANGUAGES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian",
    "nl": "Dutch", "pt": "Portuguese",
}  # fmt: skip

_NOT_ENGLISH = "no not never without can't cannot won't didn't doesn't isn't wasn't"
_NOT_GERMAN = "kein keine keinen keiner nicht nie ohne"
_NOT_FRENCH = "aucun aucune jamais pas sans"
NEGATIONS = {
    "en": frozenset(_NOT_ENGLISH.split()),
    "de": frozenset(_NOT_GERMAN.split()),
    "fr": frozenset(_NOT_FRENCH.split()),
}

PARTICLES = frozenset(("up", "out", "off", "down", "over", "away", "back"))
"""They end a phrase: `top up`, `sold out`."""

_GENERIC = """
absolute absolutely actual actually add agree allow allowed amazing amount angry annoyed annoying
answer anymore appalling appreciate area attempt attempted available avoid aware awesome awful bad
badly based basically believe big bit bring business buy care case cause caused certain chance
change check claim claimed clear clearly close common companies company complain complained
complaining complaint complaints complete completely concern concerned concerning concerns confirm
consider contact contacted consumer continue cool correct couple cost crap crappy crazy current
currently cust customer customers cx damn date deal decided definitely deserve detail details
different difficult disappointed disappointing disappointment disgusted disgusting disgraceful due
easy enjoy enough entire especially essentially exact exactly excellent expect expected expecting
experience experienced experiences explain explained extremely fact fail failed fails failure
false family fan fantastic far fed feedback feel feeling feels fine fix fixed follow followed
following forever former free friend friends frustrated frustrating frustration fun future general
generally glad gladly god great ha haha happy hate hear heard hell home hope hopefully hoping
horrendous horrible huge idea ideas immediately important impossible inconvenience inconvenient
include included including info inform information informed instance involved issue issues item
joke kind large laughable lack learn leave leaving left letting level list listed literal longtime
lose lousy love loyal luck main major matter mention mentioned mess mind moment multiple name
nasty near nearly necessary neither news nice night non normal number obviously occasion offer
offered offering open option options overall particular pathetic perfect piss pissed plain plus
poor poorly possibly post pretty previous previously problem problems process product products
proper properly provide provided providing question questions quick quickly reach read ready
realise realize reason reasonable receive recent recently recommend regard regarding regards
related reply report request require required resolve resolved resolution rest result return
ridiculous ruin ruined sad sadly seriously serious service services shame shit shocking short sick
simple simply single situation slightly smile sorry sort speak special specific spend spent spoke
start started starting state stated stay story stuff stupid suck sucks suddenly super support
suppose supposed system talk talked talking team terrible terribly thanx the thought thx total
trash travel treat treated treatment trip truth tweet twitter type ugh unable unacceptable
unbelievable understand understanding unhappy unfortunately unsatisfied upset useless utter
utterly visit waste wasted weird wish wonderful word words worked works worse worst worth wow
write written wrong wrote xx xxx yeah yep young beschwerde danke ehrlich erfahrung firma frage
frau freundlich gefühl geld gut gute guten herr katastrophe kunde kunden leider lieber liebe mies
nett nie probleme problemen sache schade schlecht schlechte schlechter schlimm schlimmste schön
toll unmöglich unfassbar unternehmen unverschämt unverschämtheit wirklich zeit argent aucune avis
bon bonne catastrophe cher client clients décevant déçu déçue dommage entreprise expérience honte
inadmissible inacceptable jamais mal mauvais mauvaise problème problèmes produit scandaleux
société vraiment nul nulle
"""
GENERIC = frozenset(_GENERIC.split())
"""Words of any complaint or praise: alone they are no reason."""
