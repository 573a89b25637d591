## Menü

menu-greeting =
    Merhaba { $name }! Burası { $desk }.
    Buradan bir sorunu bildirebilir, soru sorabilir ya da fikrinizi paylaşabilir ve çözüme kadar izleyebilirsiniz.
    Size bu sohbetten yanıt vereceğiz; çözülüp çözülmediğine siz karar verirsiniz.
menu-open-ticket = Talep oluştur
menu-my-tickets = Taleplerim
menu-settings = Ayarlar

## Komutlar

command-new = Talep oluştur
command-tickets = Taleplerim
command-journal = Kapanan talepler
command-settings = Dil ve bildirimler
command-help = Bu bot neler yapabilir
command-cancel = Şu anki diyaloğu durdur

command-take = Bu konunun talebini üstlen
command-assign = Talebi bir iş arkadaşına ver: /assign @name
command-ask = Müşteriden bilgi iste: /ask metin
command-solve = Çözüm öner: /solve metin
command-note = Dahili not: /note metin
command-staff-help = Bir konuda neler yapılabilir

## Durumlar

status-new = Yeni
status-open = İşlemde
status-pending = Bilgi Bekleniyor
status-postponed = Ertelendi
status-in_development = Geliştirme Aşamasında
status-solution_proposed = Önerilen çözüm
status-closed = Kapandı

## Öncelikler

priority-low = Düşük
priority-normal = Normal
priority-high = Yüksek
priority-urgent = Acil

## Retler

refusal-no_transition = Şu anki durumda bu mümkün değil.
refusal-taken_by_other = Bu talebi bir iş arkadaşınız zaten üstlendi.
refusal-newer_message = Müşteriden daha yeni bir mesaj var.
refusal-not_current = Bu artık güncel değil.
refusal-not_requester = Bu sizin talebiniz değil.
refusal-reason_too_short = Lütfen nedeni en az 3 karakterle yazın.
refusal-same_assignee = Talep zaten bu temsilcide.

## Hatalar

error-unexpected = Bizden kaynaklanan bir sorun oluştu. Yazdıklarınızın hiçbiri kaybolmadı.
error-staff-only = Bu yalnızca destek grubunda çalışır.
error-too-many-messages = Bir anda çok fazla mesaj geldi. Lütfen bir dakika bekleyin.
error-too-many-tickets = Zaten { $limit } açık talebiniz var. Lütfen onlardan birine yazın.

## Deliveries and the staff group

delivery-failed-unreachable = Teslim edilmedi: müşteri botu engelledi ya da hesabını sildi.
delivery-failed-refused = Teslim edilmedi: Telegram bu mesajı kabul etmiyor ({ $error }).
delivery-as-file = Metin bir mesaj için çok uzun; tamamı bu dosyada.
group-adopted = Bu artık destek grubu. Her talebin burada kendi konusu olacak.
group-needs-admin = Bu grubu yalnızca grubun bir yöneticisi destek grubu yapabilir.
group-needs-topics = Bu grubun ayarlarında konuları açın, sonra komutu yineleyin.
group-needs-rights = Botu bu grupta konuları yönetme yetkisiyle yönetici yapın, sonra komutu yineleyin.
