"""Spanish as customers write it."""

from __future__ import annotations

from cxreset.insight.language import stems
from cxreset.insight.language.model import Language

_LITTLE = """
estimado estimada estimados estimadas señor señora señores saludo saludos atentamente antemano
simplemente realmente solamente
bien grande grandes pequeño pequeña duda ayuda ayudar pena sitio a al algo alguien algún alguna
algunas alguno algunos ahí ahora allí ante antes aquel aquella aquello aquí así aun aún aunque
ayer bajo bastante cada casi como cómo con contigo conmigo contra cosa cosas cual cuál cuales
cualquier cuando cuándo cuanto cuánto da dado dan dar de debe deben del demás dentro desde después
di dia día días dice dicen dicho dijo dijeron donde dónde dos durante e el él ella ellas ello
ellos en encima entonces entre era eran eras eres es esa esas ese eso esos esta está estaba
estaban estamos están estar estas este esto estos estoy estuve estuvo estuvimos existe fin fue
fueron fui fuimos gracias gran ha haber había habían hace hacen hacer hacia haciendo han has hasta
hay haya he hecho hemos hice hicieron hizo hola hora horas hoy iba incluso ir junto la las le les
lo los luego llevo lleva más mas me mediante menos mes meses mi mía mientras minuto minutos mío
mis misma mismas mismo mismos momento mucha muchas mucho muchos muy nos nosotros nuestra nuestras
nuestro nuestros o os otra otras otro otros para parece parte pasado pero poco poca podemos poder
podía podría por porque pude pudo pueda puede pueden puedo pues que qué quien quién quiere quiero
quise saber sabe se sea sean según seguro ser será si sí sido siempre siendo sigo sigue sino sobre
sois solo sólo somos son soy su sus suya suyo tal también tan tanto te tenemos tenía tenían tener
tengo ti tiene tienen tienes toda todas todavía todo todos tras tu tú tus tuve tuvo tuvimos u un
una unas uno unos usted ustedes va vamos van vaya ver verdad vez veces vi voy vosotros y ya yo
saludos señor señora noche noches mañana semana semanas año años favor lunes martes miércoles
jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre
noviembre diciembre euros euro vuelta además manera hacía haría sería serían fuera fuese hubiera
hubo habrá dio dieron digo decir hablar primera primero segunda segundo tres cuatro cinco último
última
"""
_NEGATIONS = """
no ni nada nadie ningún ninguna ninguno nunca jamás sin tampoco apenas
"""
_PRAISE = """
acert* acog* acogedor* adecuad* agradab* agradec* alegr* amabilidad amable* amables asequible*
atent* barat* bell* bonit* brillante* buen buena buenas bueno buenos buenísim* chul* cómod*
competent* confort* content* cordial* delicios* deliciosa destac* disfrut* educad* eficaz*
eficient* encant* encantador* espectacular* espectacul* espacios* espléndid* estupend* exquisit*
excelent* excepcional* extraordinari* fabulos* fácil* fantástic* favorit* feliz felices fenomenal*
fiable* generos* genial* gran grat* gusta gustó gustado gustan gustaron guap* hermos* honest* idóneo
ideal* impecable* impresionante* inmejorable* increíble* insuperable* interesante* limpi*
magnífic* maravill* mejor mejores moderno modern* perfect* preciosa profesional* puntual* rápid*
recomend* recomiend* rico rica ricos ricas riquísimo riquísim* romántic* sabros* satisf*
satisfech* sencill* serviciales servicial simpátic* sobresaliente soberbi* sorprendente* súper
super top tranquil* útil ventaj* repetir* repetiremos volveremos volveré merece acogedora amplio
amplia ayudó ayudaron cálido cálida precioso joya divertid* ganga lujo placer fresco fresca
frescos volveria volveriamos definitivamente hermosa
elogi* felicit* alab*
"""
_COMPLAINT = """
abandon* aburabus* anticuad* antipátic* arrogant* asco asqueros* atras* averí* bloque* borde*
caída caíd* cancel* caro cara caros caras carísim* cobr* caos cobran cobraron colas cola confus*
crud* culpa decepci* decepcion* defect* defraud* deficient* dejad* desagradab* desastr*
descontent* descuid* desorganiz* demora* demasiad* deplorab* desesperar esperando esperamos
difícil* dificultad* dolor enfad* engañ* equivoc* error* escas* esperar espera estafa* estrope*
estrés excesiv* fall* falla falló falta faltaba faltan fatal fatales feo fea frí* fraude fría frío
grosera groser* gris hartos harto harta horrib* horror* humed* ignor* imposib* inaceptab* incapac*
incompetent* incomod* incómod* inútil* insípid* insoportab* insuficient* insult* lament* lent*
lástima ladron* largo mal mala malas malísim* malo malos maleducad* mediocre* mentir* mentira*
miser* molest* mugre nefast* negar* niegan olvid* olor olía pelea penos* peor pérdida perdi*
perdid* pésim* plag* pobre problem* queja* quej* rechaz* retras* ridícul* robo robar robaron roban
rot* ruid* ruina salad* sec* seca seco suci* suciedad tard* tardan tardanza tardaron tardó timo
tirad* tonto trampa triste vergonz* vergüenza viejo vieja incidencia* desorden incorrect* incumpl*
grit*
"""
_GENERIC = """
especial cliente clientes empresa producto productos servicio servicios sitio lugar restaurante
hotel
estrellas experiencia calidad atención situación caso llegar llegamos llegué pedir pedimos pedí
dinero persona personas gente tema opinión vale euros comprar compra compré hablar llamar llamé
contestar
"""

SPANISH = Language(
    code="es",
    name="Spanish",
    little_text=_LITTLE,
    negation_text=_NEGATIONS,
    praise_text=_PRAISE,
    complaint_text=_COMPLAINT,
    generic_text=_GENERIC,
    parting_text="pero aunque sino lástima",
    hedging_text=(
        "espero ojalá sería serían podría podrían quizá quizás acaso leído leí críticas reseñas "
        "comentarios oído oí supuestamente"
    ),
    stem=stems.spanish,
)
