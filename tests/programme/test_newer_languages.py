"""Turkish and Polish drivers fire on the trouble they name, and not on praise of the same thing."""

from __future__ import annotations

import pytest

from cxreset.base.paths import content_dir
from cxreset.insight.language.texts import Texts
from cxreset.insight.themes.terms import Matcher
from cxreset.programme.drivers import load_drivers

LANGUAGES = ("tr", "pl")
PAIRS = """
tr | battery | Pil ömrü harika, iki gün gidiyor | Pili çok çabuk bitiyor
tr | booking | Rezervasyon çok kolay oldu | Rezervasyonumuz yok dediler
tr | card-payment | Kartpostal aldık, çok güzel | Kredi kartı kabul etmiyorlar
tr | comfort | Personel çok sıcak karşıladı | Koltuklar dar ve rahatsız
tr | device | Telefon çok hızlı ve güzel | Telefon sürekli donma yapıyor ve yavaş
tr | fraud | Güvenilir bir satıcı, memnunum | Dolandırıldık, paramız çalındı
tr | information | Personel ayrıntılı anlattı, harika | Gecikme için hiç bilgi verilmedi
tr | leaving | Üyelik avantajları çok güzel | Aboneliğimi iptal ettiremiyorum
tr | lost | Bagaj hemen geldi, harika | Bagajım hâlâ gelmedi, kayıp
tr | outage | Kesintisiz hizmet, çok memnunum | İki gündür internet yok
tr | parking | Ücretsiz otopark vardı, geniş | Park yeri bulmak çok zor
tr | promise | Her şey anlatıldığı gibiydi, harika | Söz verdiler ama tutmadılar, yalan
tr | queues | Sıra yoktu, hemen girdik | İki saat kuyrukta bekledik
tr | repair | Ürün iki yıl garantili, güzel | Teknik servis üç haftadır tamir etmedi
tr | screen | Ekran kalitesi mükemmel | Ekran ikinci gün karardı
tr | transfer | Havaalanı transferi rahattı | EFT üç gündür hesaba geçmedi
tr | unavailable | Dolu dolu bir gün geçirdik | Aradığım ürün stokta yok
tr | unresolved | Her şey sorunsuz ve hızlıydı | Sorun hâlâ çözülmedi
tr | update | Uygulama çok güzel ve hızlı | Son güncellemeden sonra berbat oldu
tr | wrong-order | Sipariş tam istediğim gibiydi | Yanlış ürün gönderilmiş
pl | battery | Bateria trzyma świetnie, dwa dni | Bateria szybko się rozładowuje
pl | booking | Rezerwacja bez problemu i szybko | Moja rezerwacja zniknęła z systemu
pl | card-payment | Karta dań jest wspaniała | Terminal nie przyjął mojej karty
pl | comfort | Gorąco polecam to miejsce | Fotele były niewygodne i ciasno
pl | device | Telefon jest szybki i piękny | Telefon ciągle się zawiesza
pl | fraud | Uczciwy sprzedawca, polecam | Oszukali mnie, to złodzieje
pl | information | Obsługa wszystko miło wytłumaczyła | Nikt nas nie poinformował o zmianie
pl | leaving | Przedłużyłem abonament z przyjemnością | Nie mogę rozwiązać umowy od miesiąca
pl | lost | Niczego nie brakuje, polecam | Mój bagaż zaginął w Warszawie
pl | outage | Internet jest szybki i stabilny | Od wczoraj brak internetu
pl | parking | Duży darmowy parking, super | Nie było gdzie zaparkować, parking pełny
pl | promise | Wszystko zgodnie z obietnicą, super | Obiecali zwrot i nic
pl | queues | Bez kolejek, świetnie | Staliśmy dwie godziny w kolejce
pl | repair | Szybka naprawa, polecam | Serwis trzeci raz odmówił naprawy
pl | safety | Bezpieczna i miła okolica | Schody są niebezpieczne, dziecko się poparzyło
pl | screen | Ekran jest piękny i jasny | Ekran pękł po tygodniu
pl | transfer | Wszystko przyszło natychmiast, super | Przelew od tygodnia nie dotarł
pl | unavailable | Wszystko było dostępne od ręki | Brak miejsc, wszystko wyprzedane
pl | unresolved | Każdy problem rozwiązany od ręki | Problem nadal nie został rozwiązany
pl | update | Nowa aplikacja jest świetna | Po aktualizacji jest gorzej
pl | wrong-order | Dostałem dokładnie to, co chciałem | Przysłali zły rozmiar i nie ten kolor
tr | safety | Çok güvenli bir semt | Merdivenler tehlikeli, çocuk yaralandı
tr | payment | Ödeme kolaylığı güzel | Ödedim halde borçlu görünüyorum
tr | damaged | Hayal kırıklığı yaşamadık | Kutudan kırık çıktı
tr | bed | Güzel olduğunu düşünüyorum | Yatak çok sertti
pl | payment | Zapłaciłem z przyjemnością | Naliczyli odsetki mimo wpłaty
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_praise_is_no_trouble(language: str) -> None:
    drivers = [driver for driver in load_drivers(content_dir()) if driver.language == language]
    assert len(drivers) >= 35
    wrong = []
    for line in PAIRS.strip().splitlines():
        code, ident, praise, trouble = line.split(" | ")
        if code != language:
            continue
        texts = Texts([praise, trouble])
        matcher = Matcher([driver for driver in drivers if driver.id == ident], texts)
        if [bool(matcher.hits(doc)) for doc in texts.docs] != [False, True]:
            wrong.append(line)
    assert wrong == []
