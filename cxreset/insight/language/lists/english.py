"""English as customers write it."""

from __future__ import annotations

from cxreset.insight.language import stems
from cxreset.insight.language.model import Language

_LITTLE = """
dear team regards sincerely madam sir finds advance finds
a about above after again against all almost along already also although always am amp an and
another any anyone anything are around as ask asked asking at away back be became because been
before began being below better between both but by call called calling came can come comes coming
could day days did do does doing done during each either else end ever every everyone everything
even few finally find first for forward found from full get gets getting give given gives giving go
goes going gone gonna got gotten guy guys had half happen happened happening hard has have having
he he's hello help her here here's hey hi him his hour hours how however i i'd i'll i'm i've if in
instead into is it it'll it's its itself just keep keeps kept know knows last later least less let
lets like little literally live ll long longer look looking lot lots made make makes making many
may maybe me mean means might minute minutes mins month months more most much must my myself need
needed needs new next now of off often oh ok okay old on once one ones only onto or other others
our ours out over own part people per person place please point pls possible probably put quite
rather re real really right said same saw say saying says see seem seems seen sent several shall
she should show side since so some someone something sometimes soon still stop such sure take
taken takes taking tell telling tells than thank thanks that that's the their theirs them
themselves then there there's these they they'd they'll they're they've thing things think this
those though three through thru time times to today together told tomorrow tonight too took
totally toward tried tries true try trying turn twice two u under until up ur upon us use used
using usually ve very via want wanted wants was way we we'd we'll we're we've week weeks well went
were what what's whatever when where whether which while who who's whole whom whose why will with
within wonder work would year years yes yesterday yet you you'd you'll you're you've your yours
yourself im ive thats whats lol omg etc pm rt monday tuesday wednesday thursday friday saturday
sunday january february march april june july august september october november december
definately eat night hoping guess big
"""
_NEGATIONS = """
no not never without can't cannot won't didn't doesn't isn't wasn't don't aren't weren't hasn't
haven't hadn't couldn't wouldn't shouldn't cant dont doesnt didnt isnt wasnt wont havent hasnt
couldnt wouldnt nobody none nothing nor neither hardly barely nowhere noone unable
"""
_PRAISE = """
amazing awesome beautiful beautifully best brilliant caring charming cheerful clean comfortable
comfy convenient cool cosy cozy courteous cute decent delicious delightful delighted easy easily
effortless efficient efficiently enjoy enjoyed enjoyable enjoying excellent exceptional
exceptionally exceeded exquisite fab fabulous fantastic favorite favourite flawless flawlessly
fresh friendly fun generous gem glad good gorgeous great greatest happy happier happily heaven
helpful honest ideal impeccable impressed impressive incredible incredibly kindly kudos lovely
love loved loves loving luxurious magnificent marvelous memorable nice nicely nicest outstanding
patient perfect perfectly phenomenal pleasant pleasantly pleased pleasure polite professional
prompt promptly quick quickly recommend recommended reasonable reliable responsive romantic
satisfied satisfying seamless smooth smoothly spacious spectacular splendid spotless stellar
stunning super superb superior superbly stylish sweet tasty terrific thoughtful thrill thrilled
topnotch
unbeatable unforgettable welcoming welcomed wonderful wonderfully wow yum yummy appreciate*
attentive thankful grateful knowledgeable punctual accommodating affordable bargain hospitable
rocks rocked yay authentic creative unique tender welcome hospitality relaxing immaculate calm
quiet breeze accomodating helpfull fav definitely safely
praise praised praises praising compliment compliments complimented commend commended
"""
_COMPLAINT = """
absurd abysmal angry annoy* appalling argu* ashamed atrocious avoid awful awfully bad badly bait
ban* bland blocked boring broke broken bug bugs bugg* cancel* careless charged cheat* clueless
cold complain* complaint* confus* crap* crash* cramped crowded crook* damag* dead debacle deceiv*
decept* declined defect* delay* denied deplorable die died dirty disappear* disappoint* disaster*
disconnect* disgrace* disgust* dishonest* dissatisf* dont dread* dump error errors expensive fail*
fake false fault* fed filthy flaw* fraud* freez* frustrat* garbage glitch* greas* greed* gross
harass* hate* headache hell hopeless horrend* horribl* horrid hung ignor* impolite impossible
inaccurate inadequate incompeten* inconsiderate inconvenien* incorrect inedible inferior insane
insult* issue issues joke junk lack lacking lacks late lazy leak* liar* lie lied lies lost loud
lousy mediocre mess messed mislead* misled miserable missed missing mistake* mold* nasty negligen*
nightmare noise noisy offensive outrage* overcharg* overcooked overpriced overrated oversold
pathetic poor poorly pointless problem problems problematic queue* racist reject* refus* regret*
ridiculous ripoff rip rotten rude rudely ruin* sad sadly scam* screw* shabby shame* shock* shoddy
sick slow slower slowest slowly smell* smelly soggy stale steal* stinks stole* stolen stranded
stress* stuck stupid substandard suck* terribl* tasteless theft thief threat* tired tiny trash*
trouble* ugly unacceptable unable unbelievabl* uncaring uncomfortable undercooked unfair
unfortunate* unfriendly unhappy unhelpful unpleasant unprofessional unreliable unresponsive unsafe
unsatisf* upset* useless unusable wait waited waiting waits waste* weak worse worst worthless
wors* wrong wtf yell* overbooked disrespect* outage* down unauthori* overdue unresolved unanswered
"""
_GENERIC = """
absolute absolutely actual actually add agree allow allowed amount answer anymore area attempt
attempted available aware based basically believe big bit bring business buy care case cause
caused certain chance change check claim claimed clear clearly close common companies company
complete completely concern concerned concerning concerns confirm consider contact contacted
consumer continue correct couple cost crazy current currently cust customer customers cx damn date
deal decided deserve detail details different difficult due enough entire especially essentially
exact exactly expect expected expecting experience experienced experiences explain explained
extremely fact family fan far feedback feel feeling feels fine fix fixed follow followed following
forever former free friend friends future general generally gladly god ha haha hear heard home
hope hopefully hoping huge idea ideas immediately important include included including info inform
information informed instance involved item kind large laughable learn leave leaving left letting
level list listed literal longtime lose loyal luck main major matter mention mentioned mind moment
multiple name near nearly necessary neither news night non normal number obviously occasion offer
offered offering open option options overall particular piss pissed plain plus possibly post
pretty previous previously process product products proper properly provide provided providing
question questions reach read ready realise realize reason receive recent recently regard
regarding regards related reply report request require required resolve resolved resolution rest
result return seriously serious service services shit short simple simply single situation
slightly smile sorry sort speak special specific spend spent spoke start started starting state
stated stay story stuff suddenly support suppose supposed system talk talked talking team thanx
the thought thx total travel treat treated treatment trip truth tweet twitter type ugh understand
understanding utter utterly visit weird wish word words worked works worth write written wrote xx
xxx yeah yep young hotel restaurant place review reviews star stars
"""

ENGLISH = Language(
    code="en",
    name="English",
    little_text=_LITTLE,
    negation_text=_NEGATIONS,
    praise_text=_PRAISE,
    complaint_text=_COMPLAINT,
    generic_text=_GENERIC,
    parting_text="but however although though except unfortunately while whereas",
    hedging_text=(
        "hope hoping hopefully would might maybe perhaps if suspect* heard hear read reviews "
        "reviewer* supposedly allegedly afraid worried"
    ),
    stem=stems.english,
)
