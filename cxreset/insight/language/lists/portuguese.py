"""Portuguese as customers write it."""

from __future__ import annotations

from cxreset.insight.language import stems
from cxreset.insight.language.model import Language

_LITTLE = """
prezado prezada prezados prezadas senhor senhora senhores equipe equipa cumprimentos
atenciosamente agradeço antemão
grande grandes pequeno pequena espero novamente definitivamente realmente a à agora ai aí ainda
algo alguém algum alguma algumas alguns ali além ano anos antes ao aos apenas após aquela aquele
aquilo aqui as às assim até atrás através bastante cá cada caso cerca coisa coisas com como comigo
comprei consegui conseguir contra cujo da dá daí dar das de debaixo deles dela dele demais dentro
depois desde dessa desse desta deste deu devem deve dia dias disse disso disto diz dizem dizer do
dois dos durante e é ela elas ele eles em embora enquanto então entre era eram essa essas esse
esses esta está estamos estão estar estas estava estavam este esteja estes estive estou eu faz
fazer feita feito fez fica ficar ficou fim foi fomos foram fora fosse fui há hoje hora horas ia ir
isso isto já lá lado lhe lhes logo mais mas me meio menos mês meses mesma mesmas mesmo mesmos meu
meus mim minha minhas minuto minutos muita muitas muito muitos na nas nela nele no nos nós nossa
nossas nosso nossos num numa o obrigada obrigado oi olá onde ontem os ou outra outras outro outros
para parece parte pela pelas pelo pelos perto pode podem poder podia pois por porém porque porquê
posso pouca pouco poucos pra pro primeira primeiro própria próprio qual quais qualquer quando
quanto quase que quê quem quer quero saber são se segundo seja semana semanas sempre sendo ser
será seria seu seus si sido só sob sobre somos sou sua suas talvez também tão te tem têm temos
tenha tenho tentei tentar ter teve ti tinha tinham toda todas todavia todo todos três tu tua tudo
um uma umas uns vai vão veio vem ver vez vezes você vocês vou tarde noite manhã senhor senhora
prezados segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho
julho agosto setembro outubro novembro dezembro euros reais amanhã favor cumprimentos abraço tive
tivemos houve havia
"""
_NEGATIONS = """
não nao nem nunca jamais nada nenhum nenhuma ninguém sem tampouco
"""
_PRAISE = """
aconchegante* adequad* ador* adorei adoro agradáv* agradavel agradec* ágil* amei amáv* amo amig*
amigáv* ampl* atencios* atent* barat* bela belo belas belos boa boas bom bons bonit* brilhant*
calm* carinh* competent* confiáv* confortáv* confortavel content* conveni* cordia* delicios*
deliciosa diferenciad* dispost* divertid* educad* eficaz* eficient* elogi* encant* espetacular*
espaços* esplêndid* excelent* excepciona* exceciona* extraordinári* fabulos* fácil* facil
fantástic* favorit* feliz felizes fenomenal* fiáve* fiel fresc* generos* genial gentil* gostei
gostoso gostosa honest* ideal* impecáve* impecável impression* incríve* incrível inesquec*
interessant* limp* lind* linda lindo magnífic* maravilh* melhor melhores modern* notável ótim*
otimo otima óptim* parabéns perfeit* pontua* pontual pontualidade prátic* prestativ* profissiona*
prontamente rápid* rapido rapidez recomend* relaxant* romântic* saboros* satisf* satisfeit*
sensacional simpátic* sossegad* sucesso super surpreendent* top tranquil* útil úteis valeu
voltarei voltaremos primoros* voltaria voltaríamos ficaria divertimos divertido delícia joia
amamos gostamos amigável gostosas certeza

"""
_COMPLAINT = """
abandon* absurd* agressiv* aguard* ameaç* antipátic* arrogant* aborrec* abus* assust* atras*
avari* barulh* bloque* caríssim* caro cara caros caras cancel* chate* chocad* cobr* cobrança
cobraram confus* crua cru culpa dano* danific* decepc* decepç* desilu* desaponta* defeit*
defeituos* demor* demora demorado desagradáv* desaparec* desastr* descas* descuid* desespero
desleix* desonest* desorgan* desrespeit* difícil dificuldad* dor dura enganad* engan* enganos*
erro* errad* erros escass* esgotad* esperando espera estragad* estrag* estresse exager* excessiv*
extravi* falh* falha falso falsa falt* falta faltou fedor fraud* fraco fraca frac* fria frio frios
frustr* furt* golpe grosseir* grosser* horríve* horrível horror* humilh* ignor* impossíve*
inaceitáve* incapa* incomod* incompetent* inconveni* incorret* indevid* inexist* infeli*
infelizmente ineficient* injust* insatisf* insoss* insuport* inútil insuficient* irrespons*
irritant* lament* lentidão lent* lixo longa longo má mau maus más mal malcriad* mentir* mentira
mentiros* medíocre* medo moroso nojent* nojo negad* negar* negligên* ofens* palhaçada parado
péssim* pessima pior piores perd* perdi perdid* perigo* pobre podre prejuíz* preguiç* problema*
quebr* quebrado queix* rasgad* recus* rejeit* revolt* ridícul* roub* rude* rude ruído ruidos* ruim
ruins seco seca suj* sujeira sujo tardou terríve* terrível trapaç* triste vergonh* vazament* velh*
indignad* incomodo pendente
"""
_GENERIC = """
cliente clientes empresa produto produtos serviço serviços lugar local restaurante hotel estrelas
experiência qualidade situação caso pessoa pessoas gente dinheiro chegar chegou pedir pedi pedimos
comprar compra
"""

PORTUGUESE = Language(
    code="pt",
    name="Portuguese",
    little_text=_LITTLE,
    negation_text=_NEGATIONS,
    praise_text=_PRAISE,
    complaint_text=_COMPLAINT,
    generic_text=_GENERIC,
    parting_text="mas porém entretanto infelizmente embora",
    hedging_text=(
        "espero tomara seria seriam poderia poderiam talvez li lido avaliações resenhas "
        "críticas ouvi supostamente"
    ),
    stem=stems.portuguese,
)
