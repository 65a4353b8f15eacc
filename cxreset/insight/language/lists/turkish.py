"""Turkish as customers write it."""

from __future__ import annotations

from cxreset.insight.language import stems
from cxreset.insight.language.model import Language

_LITTLE = """
acaba ama ancak artık aynı az bana bazı belki ben bence beni benim bile bir biraz birçok biri
birkaç biz bize bizi bizim bu buna bunu bunun burada böyle bütün bugün çok çünkü da daha de demek
diğer diye dolayı dün edildi edilen eden etmek en eğer fakat falan gibi göre gün günü gündür gece
geçen genel gerçekten gereken haber hala hâlâ hangi hatta hem hemen hep her herhangi herkes iki
ile ilk ise için içinde kadar karşı kendi kez ki kim mi mı mu mü nasıl ne neden nerede niye o olan
olarak oldu olduğu olmak olması olsa olur on ona onlar onu onun orada oysa öyle önce pek rağmen
saat sadece sanki sana sen sene siz size sizin son sonra süre şey şu şimdi tam tarafından tek tüm
üç üzere üzerinde var ve veya ya yani yine yüzünden zaman zaten merhaba selam ederim lütfen rica
günler saygılar ay aydır hafta haftadır yıl pazartesi salı çarşamba perşembe cuma cumartesi pazar
hayır evet satın aldım kaldım kaldık büyük uğradım uğramadım yerde
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
"""
_NEGATIONS = """
değil yok hiç hiçbir asla kimse hiçbirşey
"""
_PRAISE = """
başarılı* bayıldım beğendi* beğendik çabuk doyurucu eğlenceli enfes etkileyici ferah gayet güler*
güleryüz* güvenilir* güzel* harika* hızlı* hoş hoşgörülü ideal ilgili* iyi iyiydi kaliteli* kibar
kolay* konforlu lezzetli* leziz memnun* memnunuz muhteşem* mükemmel* mutlu* müthiş* nazik* nefis*
olağanüstü önerir* profesyonel* samimi* sağlam sevdi* severek sıcak şahane* şık sorunsuz* süper*
taze tavsiye* temiz* tertemiz uygun* yardımcı* yardımsever* zevkli teşekkür* ucuz rahattı rahat
seviyorum favori* inanılmaz* keyifli sevimli kesinlikle mutlaka donecegiz
tebrik* övgü* övdü* takdir*
"""
_COMPLAINT = """
acı alamadım* arıza* aldatma* ayıp bekle* bekledi* bekliyor* berbat* bıktım bozuk* bozul* cevapsız
çalışmıyor* çalışmadı* çirkin dolandır* düşük eksik* eski eziyet fahiş gecik* geç gelmedi*
gelmiyor* gürültü* hakaret hasarlı hata* hayal haksız ilgisiz* iptal* imkansız kaba kalitesiz*
kavga kayıp kayboldu kırık* kirli* korkunç* kötü* koku* leke lezzetsiz mağdur* mağduriyet maalesef
memnuniyetsiz* nefret pahalı* paramı pis* pişman* rezalet* rezil* saçma* saygısız* sahte sıkıntı*
sıkıcı skandal soğuk* sorun* sorunlu sinir* şikayet* tuzlu tatsız umursamaz* utanç* ulaşamıyor*
ulaşamadı* vasat* yanlış* yavaş* yetersiz* yırtık* yıpranmış yalan* zarar* zor* zayıf yapılmadı*
ödenmedi* verilmedi* ödenmiyor*
"""
_GENERIC = """
müşteri firma ürün ürünler hizmet restoran otel yer mekan yıldız deneyim kişi
"""

TURKISH = Language(
    code="tr",
    name="Turkish",
    little_text=_LITTLE,
    negation_text=_NEGATIONS,
    praise_text=_PRAISE,
    complaint_text=_COMPLAINT,
    generic_text=_GENERIC,
    parting_text="ama fakat ancak maalesef",
    hedging_text="umarım belki olabilir galiba sanırım okudum yorumları yorumlarda duydum",
    stem=stems.turkish,
)
