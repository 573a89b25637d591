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

command-take = Bu konudaki talebi üstlen
command-assign = Talebi bir ekip arkadaşına devret: /assign @name
command-ask = Müşteriden bilgi iste: /ask metin
command-solve = Çözüm öner: /solve metin
command-note = İç not: /note metin
command-release = Talebi kuyruğa geri bırak
command-later = Ertele: /later yarın 9:00 sebep
command-dev = Geliştirmeye: /dev @mühendis KEY-123 tarih
command-done = Geliştirme ya da bekleme bitti
command-withdraw = Önerilen çözümü geri al
command-priority = Öncelik: /priority high
command-tag = Etiket: /tag billing
command-untag = Etiketi kaldır: /untag billing
command-close = Kapat (yöneticiler): /close duplicate metin
command-reopen = Yeniden aç: /reopen metin
command-open = Bu müşteri için başka bir talep: /open metin
command-merge = Başka bir taleple birleştir: /merge 12
command-unmerge = Birleştirmeyi 24 saat içinde geri al
command-split = Bir mesajı yanıtlayarak: onu ayrı bir talep yap
command-ban = Müşterinin talep açmasını engelle (yöneticiler): /ban 7d
command-unban = Müşterinin yeniden talep açmasına izin ver (yöneticiler)
command-unsend = Kendi mesajını yanıtlayarak: müşteriden geri al
command-card = Kartı yeniden göster
command-history = Talebin geçmişi
command-queue = Sorumlusu olmayan talepler
command-mine = Taleplerim
command-find = Bul: /find kelimeler, #etiket ya da numara
command-stats = Son günlerin istatistikleri
command-away = Bir süre talep alma: /away 2h
command-back = Yeniden talep al
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

refusal-no_transition = Talebin şu anki durumunda bu mümkün değil.
refusal-taken_by_other = Bu talebi bir iş arkadaşınız zaten üstlendi.
refusal-newer_message = Müşteriden daha yeni bir mesaj var.
refusal-not_current = Bu artık güncel değil.
refusal-not_requester = Bu sizin talebiniz değil.
refusal-reason_too_short = Lütfen nedeni en az 3 karakterle yazın.
refusal-same_assignee = Talep zaten bu temsilcide.
refusal-no_such_ticket = Böyle bir talep yok.
refusal-changed_meanwhile = Talep bu arada değişti. Lütfen yeniden bakın.
refusal-person_banned = Şu anda talep açamazsınız.
refusal-too_many_open = Zaten çok fazla açık talebiniz var. Lütfen onlardan birine yazın.
refusal-nothing_said = Lütfen en az bir kelime yazın ya da bir dosya gönderin.
refusal-rating_window_over = Bu talebi değerlendirme süresi doldu.
refusal-no_such_agent = Böyle bir temsilci yok.
refusal-no_such_message = Böyle bir mesaj yok.
refusal-no_such_type = Bu talep türü artık yok. Lütfen başka birini seçin.
refusal-supervisors_only = Bunu yalnızca yöneticiler yapabilir.
refusal-time_not_ahead = Bu zaman geçti.
refusal-time_too_far = Bu çok ileri bir tarih.
refusal-reason_missing = Sebep belirtilmedi.
refusal-engineer_missing = Mühendis belirtilmedi.
refusal-key_missing = Görev anahtarı belirtilmedi.
refusal-reopen_window_over = Bu talebi yeniden açma süresi doldu. Lütfen yeni bir talep açın.
refusal-never_reopened = Bu talep yeniden açılamaz.
refusal-merge_target_closed = Kapalı bir taleple birleştirilemez.
refusal-merge_target_self = Bir talep kendisiyle birleştirilemez.
refusal-merge_target_part = O talep zaten bu talebin bir parçası.
refusal-merge_other_requester = Bunlar farklı müşterilerin talepleri; kimse başkasının talebini görmemeli.
refusal-already_merged = Bu talep zaten başka bir talebin parçası.
refusal-not_merged = Bu talep başka bir talebin parçası değil.
refusal-unmerge_survivor_merged = Diğer talep de üçüncü bir talebin parçası oldu. Önce onu geri alın.
refusal-unmerge_later_first = Diğer talebe bundan sonra bir talep daha katıldı. Önce onu geri alın.
refusal-unmerge_answered = Müşteriye diğer talepte yanıt verildi: ikisi birlikte kalır.
refusal-unmerge_window_over = Talepler yalnızca 24 saat içinde yeniden ayrılabilir.

## Hatalar

error-unexpected = Bizden kaynaklanan bir sorun oluştu. Yazdıklarınızın hiçbiri kaybolmadı.

## Deliveries and the staff group

delivery-failed-unreachable = Teslim edilmedi: müşteri botu engelledi ya da hesabını sildi.
delivery-failed-refused = Teslim edilmedi: Telegram bu mesajı kabul etmiyor ({ $error }).
delivery-reason-voice = müşterinin ayarları sesli ve görüntülü mesajlara izin vermiyor: yazıyla anlatın ya da dosya olarak gönderin
delivery-reason-size = dosya çok büyük: küçültün ya da bağlantısını gönderin
delivery-reason-file = dosya artık Telegram’da yok: yeniden gönderin
delivery-reason-image = Telegram görseli işleyemiyor: dosya olarak gönderin
delivery-uncertain = Telegram bu mesajı onaylamadı: ulaşmamış olabilir.
delivery-as-file = Metin bir mesaj için çok uzun; tamamı bu dosyada.
delivery-failed-partly = Tamamı teslim edilmedi. Eksik: { $things } ({ $error }).
delivery-kept = Bu mesaj hâlâ müşteride: Telegram onu artık silmiyor ({ $error }). Bunun yerine doğrusunu yazın.
delivery-never-sent = Bu mesaj müşteriye ulaşmadı ve artık ulaşmayacak.
delivery-doubled = Telegram bu mesajı bir kez onaylamadı; müşteride botun değiştiremeyeceği ve silemeyeceği ikinci bir kopyası olabilir. Müşteriye doğrusunu yazın.
delivery-unshown = ⚠️ { $name } burada gösterilemeyen bir şey gönderdi:
delivery-incomplete = ⚠️ Telegram, { $name } kişisinin gönderdiğinin bir bölümünü atladı. Tamamı yazıyla:
delivery-lost = ⚠️ #{ $number }: { $name } adlı müşterinin yazdıkları talebin konusunda gösterilemedi ({ $error }):
erased-topic-stays = ⚠️ #{ $number } silindi, ancak konusu hâlâ burada ({ $error }). Konuyu siz silin; mesaj silme yetkisi olursa bunu bir dahaki sefere bot yapar.
attachment-photo = Fotoğraf
attachment-video = Video
attachment-animation = Animasyon
attachment-audio = Ses dosyası
attachment-voice = Sesli mesaj
attachment-video_note = Görüntülü mesaj
attachment-document = Dosya
attachment-sticker = Çıkartma
attachment-live_photo = Canlı fotoğraf
attachment-paid_media = Ücretli içerik
attachment-story = Hikâye
attachment-checklist = Yapılacaklar listesi
attachment-contact = Kişi
attachment-dice = Zar
attachment-game = Oyun
attachment-poll = Anket
attachment-venue = Mekân
attachment-location = Konum
attachment-giveaway = Çekiliş
attachment-giveaway_winners = Çekilişi kazananlar
attachment-invoice = Fatura
attachment-other = Burada bilinmeyen türden bir şey
group-adopted = Bu artık destek grubu. Her talebin burada kendi konusu olacak. /help ile başlayın: neler yapabileceğinizi gösterir.
group-needs-admin = Bu grubu yalnızca grubun bir yöneticisi destek grubu yapabilir.
group-not-ready = Bu grup henüz destek grubu olamaz. Şunları düzeltin, sonra komutu yineleyin:
group-lacks = ⚠️ Botun destek grubunda bir eksiği var. Buna ihtiyaç duyanlar bekliyor, geri kalan her şey sürüyor.
group-lacks-still = ⚠️ Bot eksiklerinin bir bölümünü aldı, ancak destek grubunda hâlâ bir eksiği var.
group-lacks-write = Orada yazamıyor: botu gruba yeniden yönetici olarak ekleyin ya da mesaj göndermesine izin verin.
group-lacks-administrator = Yönetici değil: grup ayarlarında Yöneticiler bölümünde botu “Konuları yönet” ve “Mesajları sabitle” yetkileriyle ekleyin.
group-lacks-topics = Konular kapalı: grup ayarlarında Konular'ı açın. O zamana dek müşterilerin yazdıkları bekler.
group-lacks-manage_topics = Konuları yönetemiyor: grup ayarlarında Yöneticiler bölümünde bot için “Konuları yönet” yetkisini açın. O zamana dek hiçbir talep yeni konu almaz.
group-lacks-pin_messages = Mesaj sabitleyemiyor: grup ayarlarında Yöneticiler bölümünde bot için “Mesajları sabitle” yetkisini açın. O zamana dek kartlar sabitlenmez.
group-complete = ✅ Bot bu grupta gereken her şeye yeniden sahip.

## Staff: the ticket's card

card-client = Müşteri: { $name }
card-client-unverified = doğrulanmamış
card-earlier =
    { $count ->
        [0] ilk talep
        [one] { $count } önceki talep
       *[other] { $count } önceki talep
    }
card-type = Tür: { $type }
card-priority = Öncelik: { $priority }
card-status = Durum: { $status }
card-assignee = Sorumlu: { $name }
card-queue = Sorumlu: henüz atanmadı
card-owes-support = Destek ekibi şu zamana kadar yanıtlamalı: { $time }
card-owes-work = Sonraki adım: { $time }
card-owes-client = Müşterinin yanıtı bekleniyor; otomatik kapanış: { $time }
card-large-file = Büyük dosya, yalnızca Telegram’da: { $name } ({ $size } MB)
card-take = Üstlen
card-ask = Bilgi iste
card-solve = Çözüm öner
card-note = Not
card-tags = Etiketler: { $tags }
card-development = Geliştirmede: { $engineer }, { $key }
card-postpone = Ertele
card-develop = Geliştirmeye
card-more = Diğer

## Staff: lines in a topic

staff-assigned = Artık sorumlu: { $name }.
staff-no-longer-yours = { $name }, bu talep artık sizde değil.
staff-thanked = Müşteri teşekkür etti.
staff-unsorted = Müşterinin birden çok talebi var ve bunun hangisine ait olduğunu belirtmedi.
staff-accepted = Müşteri çözümü kabul etti. Talep kapandı.
staff-rejected = Müşteri çözümü reddetti.
staff-undecided = { $name }, müşteri çözümden sonra yazdı ama karar vermedi. Talep yeniden işlemde.
staff-rejected-often =
    { $count ->
        [one] Çözüm yeniden reddedildi: talep { $count } kez geri geldi. { $supervisors }, lütfen bakın.
       *[other] Çözüm yeniden reddedildi: talep { $count } kez geri geldi. { $supervisors }, lütfen bakın.
    }
staff-edited = ✏️ Müşteri bu mesajı düzenledi. Önce:
staff-edited-now = Şimdi:
staff-edit-note-stays = Düzenlenen not not olarak kalır; müşteriye yanıt için yeni bir mesaj yazın.
staff-edit-public-stays = Bu mesaj müşteriye ulaştı; düzenlemek onu nota çevirmez.
staff-edit-command-stays = Müşteride önceki metin kalıyor: bu düzenleme bir komutla başlıyor.
staff-edit-reason-stays = Müşteride bu bildirim önceki hâliyle kalıyor: değişeni yeni bir mesajla yazın.
staff-edit-not-carried-out = Düzenlenen mesaj işleme alınmaz: yeni bir mesaj olarak yeniden yazın.
staff-album-stays = Bu albümün geri kalanı müşteriye ulaştı; bu parça içeride kalıyor. Müşterideki kısmı geri almak için ilk parçaya /unsend ile yanıt verin.
staff-taken = İlk yanıt { $name } adlı temsilciden geldi ve talep onda. Metniniz gönderilmedi.
staff-not-sent = Metniniz gönderilmedi.
staff-not-sent-closed = Metniniz gönderilmedi: bu talep kapalı. Talebi yeniden açıp metni göndermek için başına /reopen yazın.
staff-not-sent-over = Metniniz gönderilmedi: bu talep kapalı ve artık yeniden açılamaz. Bu müşteriye metinle birlikte başka bir talep açmak için başına /open yazın.
staff-not-sent-merged = Metniniz gönderilmedi: bu talep artık #{ $other } numaralı talebin parçası. Metni oraya yazın.
staff-not-sent-status = Metniniz gönderilmedi: “{ $status }” durumunda bu komut kullanılamaz. Metni yanıt olarak göndermek için komutun yerine /r yazın.
staff-not-possible = Talep “{ $status }” durumundayken bu mümkün değil.
staff-do-first = Önce { $command } yazın.
staff-newer = Müşteriden yeni mesaj var. Yine de gönderilsin mi?
staff-newer-send = Yine de gönder
staff-sent = Gönderildi.
staff-no-agent = Burada { $name } adında kimse yok. @username ya da adın tamamını yazın; temsilciler bu gruptaki ilk mesajlarından tanınır. Örnek: /assign @anna
staff-several-agents = { $name } adında birkaç temsilci var: { $agents }. Kastettiğiniz kişinin bir mesajını /assign ile yanıtlayın.
staff-no-ticket = Bu konu hiçbir talebe ait değil. Bir talebin konusunda yazın.
staff-foreign-topic = Bu konu bu destek masasının hiçbir talebine ait değil: burada yazılanlar bu grubun dışında kimseye ulaşmaz.
staff-foreign-card = Bu kart bu destek masasının hiçbir talebine ait değil.
staff-members-only = Burada yalnızca destek grubunun üyeleri işlem yapabilir.
staff-anonymous = Grup veya kanal adına yazılan mesajların sahibi yoktur: kendi adınızla yazın.
staff-unknown-command = /{ $name } diye bir komut yok. Bu metin içeride kaldı: /help tüm komutları gösterir, metnin başına yazılan /r onu olduğu gibi gönderir.
staff-unknown-command-near = /{ $name } diye bir komut yok. /{ $nearest } mi demek istediniz? Bu metin içeride kaldı; başına yazılan /r onu olduğu gibi gönderir.
staff-other-form = Bu tam olarak /{ $nearest } değil: komut, adının hemen önündeki düz eğik çizgiyle başlar ve adından sonra boşluk gelir. Bu metin içeride kaldı; başına yazılan /r onu olduğu gibi gönderir.
staff-other-layout = Bu, başka bir klavye düzeninde yazılmış /{ $nearest } gibi görünüyor, bu yüzden içeride kaldı; metnin başına yazılan /r onu olduğu gibi gönderir.
staff-unclear-mark = Bu bir nota veya komuta benziyor, bu yüzden içeride kaldı. Not // ile başlar, metnin başına yazılan /r onu olduğu gibi gönderir.
staff-wrong-code = Bu, programın günlüğündeki kod değil.
staff-already-set = Destek grubu zaten belirlendi.
staff-dead-letter = Bir güncelleme işlenemedi ve kenara kondu: ayrıntılar günlükte { $id } altında. Diğerleri beklemiyor.
staff-dead-killer = Program { $id } güncellemesini her işlediğinde sonlandı, bu yüzden kenara kondu: npm run desk -- dead show { $id }
staff-dead-agent = Yapılamadı: programdaki bir hata bunu engelledi. Yeniden yazın ya da operatörden { $id } için tekrar denemesini isteyin.
staff-dead-written = 💔 { $name } bunu yazdı, ancak programdaki bir hata engelledi. Operatör tekrarlayabilir: { $id }
staff-dead-pressed = 💔 { $name } burada bir işlem yaptı, ancak programdaki bir hata engelledi. Operatör tekrarlayabilir: { $id }
staff-newcomers =
    { $count ->
        [one] { $supervisors }, çok sayıda yeni müşteri yazıyor: { $count } tanesi hâlâ konu bekliyor. Konular yer oldukça açılır, daha önce yazmış müşteriler önce gelir; talepleri /queue gösterir.
       *[other] { $supervisors }, çok sayıda yeni müşteri yazıyor: { $count } tanesi hâlâ konu bekliyor. Konular yer oldukça açılır, daha önce yazmış müşteriler önce gelir; talepleri /queue gösterir.
    }
staff-newcomers-over = Yeni müşteri akını geçti: artık her birinin bir konusu var.
alarm-refused =
    { $count ->
        [one] ⚠️ { $people }, Telegram { $minutes } dakikadır { $count } sohbet için mesaj kabul etmiyor: { $reason }. Mesajlar sıralarıyla bekliyor ve kabul edilir edilmez gidecek; hiçbir şeyi yeniden yazmak gerekmiyor.
       *[other] ⚠️ { $people }, Telegram { $minutes } dakikadır { $count } sohbet için mesaj kabul etmiyor: { $reason }. Mesajlar sıralarıyla bekliyor ve kabul edilir edilmez gidecek; hiçbir şeyi yeniden yazmak gerekmiyor.
    }
alarm-refused-over = ✅ Telegram mesajları yeniden kabul ediyor: bekleyenler gönderiliyor.
alarm-given-up =
    { $count ->
        [one] ⚠️ { $people }, { $count } mesaj ulaşmadı ve artık denenmeyecek. Operatör hangisi olduğunu şu komutla görür: npm run desk -- outbox list
       *[other] ⚠️ { $people }, { $count } mesaj ulaşmadı ve artık denenmeyecek. Operatör hangileri olduğunu şu komutla görür: npm run desk -- outbox list
    }
alarm-inbox = ⚠️ { $people }, yazılanlar { $minutes } dakikadır işlenmeyi bekliyor. Hiçbir şey kaybolmadı, ancak operatör şimdi bakmalı: npm run desk -- doctor
alarm-inbox-over = ✅ Yazılanlar yeniden hemen işleniyor.
alarm-timers =
    { $count ->
        [one] ⚠️ { $people }, { $count } hatırlatmanın ya da sürenin vakti geldi ama yapılamıyor; denemeler sürüyor. Operatör nedenini günlükte “Something due failed” altında bulur.
       *[other] ⚠️ { $people }, { $count } hatırlatmanın ya da sürenin vakti geldi ama yapılamıyor; denemeler sürüyor. Operatör nedenini günlükte “Something due failed” altında bulur.
    }
alarm-timers-over = ✅ Yapılamayan hatırlatmalar ve süreler artık tamam.
alarm-disk = ⚠️ { $people }, programın diskinde yalnızca { $megabytes } MB kaldı. Disk dolunca hiçbir şey kaydedilemez: operatör şimdi yer açmalı.
alarm-disk-over = ✅ Programın diskinde yeniden yer var.
staff-postpone-over = { $name }, süre doldu: bu talep yeniden işlemde.
staff-snooze-ended = { $name }, müşteri yazdı: talep artık ertelenmiş değil.
staff-development-done = { $name }, geliştirme bitti: bu talep yeniden işlemde.
staff-development-overdue = { $people }, geliştirme gecikti: bu talep yeniden işlemde.
staff-closed-by-time = Otomatik olarak kapandı: müşteri yanıt vermedi.
staff-unreachable = { $name }, müşteriye ulaşılamıyor: bot engellenmiş. Talep açık kalıyor.
staff-client-withdrew = Müşteri talebi geri çekti.
staff-reopened = Talep yeniden açıldı.
staff-limit-passed = İşlem süresi doldu.
staff-noted-by = Bilgi için: { $supervisors }.
staff-nobody-free = İşlem süresi doldu ve kimse müsait değil. { $supervisors }, lütfen bu talebi atayın.
staff-nobody-else-free = İşlem süresi doldu ve başka kimse müsait değil. { $people }, lütfen bakın.
staff-passed-around = İşlem süresi doldu ve bu talep bugün çok sık el değiştirdi. { $people }, lütfen bakın.
staff-supervisors = Yöneticiler
staff-promise-warning-first_response = { $name }, ilk yanıt için söz verilen süre: { $time }.
staff-promise-warning-next_response = { $name }, yanıt için söz verilen süre: { $time }.
staff-promise-warning-resolution = { $name }, çözüm için söz verilen süre: { $time }.
staff-promise-breach-first_response = İlk yanıt için söz verilen süre geçti: { $time }. { $people }, lütfen bakın.
staff-promise-breach-next_response = Yanıt için söz verilen süre geçti: { $time }. { $people }, lütfen bakın.
staff-promise-breach-resolution = Çözüm için söz verilen süre geçti: { $time }. { $people }, lütfen bakın.
staff-released = Yeniden kuyrukta.
staff-merged = Bu talep artık #{ $other } talebinin parçası. 24 saat içinde /unmerge ile geri alınır.
staff-took-in = #{ $other } ({ $subject }) artık bu talebin parçası.
staff-unmerged = Bu talep artık #{ $other } talebinin parçası değil.
staff-gave-back = #{ $other } ({ $subject }) yeniden ayrı bir talep.
staff-split = Bu, ayrı bir talep olarak sürüyor: #{ $other }.
staff-split-off = #{ $other } ({ $subject }) talebinden ayrıldı.
staff-opened-other = Bu müşteri için #{ $other } numaralı talep açıldı.
staff-already-split = Bu mesaj zaten #{ $other } talebinde sürüyor.
staff-nobody = Ekip
staff-needs-text-ask = Soru eksik. Örnek: /ask Hangi sürümü kullanıyorsunuz?
staff-needs-text-solve = Çözüm eksik. Örnek: /solve Lütfen 2.1 sürümüne güncelleyin
staff-needs-text-note = Not eksik. Örnek: /note müşterinin tarifesi eski
staff-needs-text-assign = Ekip arkadaşı belirtilmedi. Örnek: /assign @anna
staff-needs-text-reply = Metin eksik. Örnek: /r İnceliyoruz
staff-needs-later = Zaman ya da sebep eksik. Örnek: /later yarın 9:00 sağlayıcıyı bekliyoruz
staff-needs-dev = Mühendis, anahtar ve tarih gerekli. Örnek: /dev @ivan KEY-123 2026-12-01
staff-needs-priority = Hangi öncelik? Örnek: /priority high (low, normal, high, urgent)
staff-needs-tag = Etiket eksik. Örnek: /tag billing
staff-needs-close = Sebep ve metin gerekli. Örnek: /close duplicate bkz. #12 (spam, duplicate, agreed, obsolete)
staff-needs-reopen = Metin eksik. Örnek: /reopen yeniden oldu
staff-needs-find = Ne arıyorsunuz? Örnek: /find fatura, /find #billing ya da /find 12
staff-needs-away = Ne zamana kadar? Örnek: /away 2h
staff-needs-unsend = Müşterinin aldığı kendi mesajınızı /unsend ile yanıtlayın.
staff-banned = Müşteri şu zamana kadar talep açamaz: { $time }. Açık talepleri etkilenmez.
staff-unbanned = Müşteri yeniden talep açabilir.
staff-needs-ban = Ne zamana kadar? Örnek: /ban 7d
staff-needs-merge = Diğer talebin numarası eksik. Örnek: /merge 12
staff-needs-split = Müşterinin bir mesajını /split ile yanıtlayın; ardından konu yazabilirsiniz. Örnek: /split Fatura yanlış
staff-needs-open = Konu nedir? Örnek: /open Mayıs faturanız hazır
staff-disliked = 👎 Müşteri bunu beğenmedi.
staff-rated = ⭐ Puan: yardım { $helpfulness }, hız { $speed }, nezaket { $politeness }
staff-rated-low = { $supervisors }, müşteri düşük puan verdi: lütfen bakın.
staff-queue = Kuyruk: { $count }
staff-queue-empty = Kuyruk boş.
staff-mine = Talepleriniz: { $count }
staff-mine-empty = Talebiniz yok.
staff-found = Bulundu: { $count }
staff-found-many = Bulundu: { $count } adetten fazla
staff-list-more = … ve { $count } tane daha
staff-list-others = … ve diğerleri: aramayı daraltmak için kelime ekleyin
staff-found-none = Sonuç bulunamadı.
staff-away = Talep almama süresi: { $time }.
staff-back = Tekrar hoş geldiniz.
staff-waiting-since = bekliyor: { $time }
staff-history = Geçmiş: #{ $number }
staff-earlier = Bu müşterinin önceki talepleri
staff-stats = Son { $days } gün
staff-stats-backlog = Destek bekleyen: { $live } açık talebin { $backlog } tanesi
staff-stats-handled = Tamamlanan: { $count }
staff-stats-answer = Ortalama yanıt süresi: { $time }
staff-stats-agent = { $name }: talep { $cases }, yanıt { $answers }, ortalama { $time }
staff-stats-status = “{ $status }” durumunda geçen süre: { $time }
staff-stats-none = henüz yanıt yok
staff-prompt-ask = Müşteriden ne gerekiyor? Bu mesajı yanıtlayın.
staff-prompt-solve = Çözüm nedir? Bu mesajı yanıtlayın.
staff-prompt-note = Ne not etmek istersiniz? Bu mesajı yanıtlayın.
staff-prompt-later = Ne zamana kadar ve neden? Bu mesajı yanıtlayın. Örnek: yarın 9:00 sağlayıcıyı bekliyoruz
staff-prompt-dev = Kim, hangi görev, ne zamana kadar? Bu mesajı yanıtlayın. Örnek: @ivan KEY-123 2026-12-01
staff-prompt-placeholder = Metniniz
staff-help = Konuda yazdığınız müşteriye gider. // ile başlarsa ya da bir ekip arkadaşına yanıtsa içeride kalır. 👌 iletildi, ✍ içeride kaldı, 💔 iletilemedi.
staff-help-strict = Konuda yazdığınız içeride kalır. Müşteriye yanıt için onun mesajını yanıtlayın ya da /r metin yazın. 👌 iletildi, ✍ içeride kaldı, 💔 iletilemedi.
staff-help-responsibility = Talep kimde:
staff-help-client = Müşteriyle konuşma:
staff-help-waiting = Bekleme:
staff-help-ticket = Talebin kendisi:
staff-help-ending = Kapatma, açma, birleştirme:
staff-help-everywhere = General içinde de:

## Staff: what help says of a command, a line each

staff-usage-take = /take: talebi üstlen
staff-usage-assign = /assign @name not: ekip arkadaşına devret
staff-usage-release = /release: kuyruğa geri bırak
staff-usage-ask = /ask metin: müşteriden bilgi iste
staff-usage-solve = /solve metin: çözüm öner
staff-usage-withdraw = /withdraw: önerilen çözümü geri al
staff-usage-note = /note metin: iç not
staff-usage-later = /later yarın 9:00 sebep: ertele
staff-usage-dev = /dev @mühendis KEY-123 tarih: geliştirmeye ver
staff-usage-done = /done: geliştirme ya da bekleme bitti
staff-usage-priority = /priority low|normal|high|urgent: önceliği değiştir
staff-usage-tag = /tag etiket: etiket ekle
staff-usage-untag = /untag etiket: etiketi kaldır
staff-usage-close = /close spam|duplicate|agreed|obsolete metin: kapat (yöneticiler)
staff-usage-reopen = /reopen metin: yeniden aç
staff-usage-open = /open metin: bu müşteri için başka bir talep
staff-usage-merge = /merge 12: başka bir talebin parçası yap
staff-usage-unmerge = /unmerge: bunu 24 saat içinde geri al
staff-usage-split = /split konu, müşterinin bir mesajına yanıt olarak: onu ayrı bir talep yap
staff-usage-ban = /ban 7d: müşterinin talep açmasını engelle (yöneticiler)
staff-usage-unban = /unban: buna yeniden izin ver (yöneticiler)
staff-usage-unsend = /unsend, kendi mesajınıza yanıt olarak: müşteriden geri al
staff-usage-card = /card: kartı yeniden göster
staff-usage-history = /history: neler oldu
staff-usage-queue = /queue: sorumlusu olmayan talepler
staff-usage-mine = /mine: talepleriniz
staff-usage-find = /find kelimeler: talep bul
staff-usage-stats = /stats: son günlerin istatistikleri
staff-usage-away = /away 2h: bir süre talep alma
staff-usage-back = /back: yeniden talep al

## Client: notices

notice-opened = #{ $number } numaralı talep açıldı. İlk yanıt en geç: { $time }.
notice-works = { $name } talebiniz üzerinde çalışıyor.
notice-question = Destek ekibinin sizden bilgiye ihtiyacı var:
notice-solution = Destek ekibi bir çözüm öneriyor:
notice-closes = Yanıt vermezseniz talep otomatik olarak kapanacak: { $time }.
notice-withdrawn = Destek ekibi önerdiği çözümü geri aldı ve çalışmayı sürdürüyor.
notice-accepted = Çözümü kabul ettiniz. Talep kapandı.
notice-rejected = Çözümü reddettiniz. Destek ekibi çalışmayı sürdürüyor.
notice-answered = Teşekkürler, yanıtınız destek ekibine ulaştı.
notice-unsorted = Mesajınızın hangi talebe ait olduğunu belirtmediniz: bu talebe eklendi.
notice-thanked = Rica ederiz! Yukarıdaki soru hâlâ sizi bekliyor.
notice-is-it-solved = Sorun çözüldü mü?
notice-undecided = Çözülüp çözülmediği belli olmadığı için destek ekibi yeniden ilgileniyor.
notice-answer = Yanıtla
notice-accept = Kabul et
notice-reject = Reddet
notice-add-details = Ayrıntı ekle
notice-postponed = Destek ekibi talebinizi erteledi. Yeni zaman: { $time }.
notice-postpone-over = Süre doldu: destek ekibi talebinizle ilgilenmeye devam ediyor.
notice-resumed = Destek ekibi talebinizle ilgilenmeye devam ediyor.
notice-development = Talebiniz geliştirme aşamasında. Beklenen tarih: { $time }.
notice-development-moved = Beklenen tarih değişti: { $time }.
notice-development-over = Geliştirme bitti. Destek ekibi talebinizle ilgilenmeye devam ediyor.
notice-development-overdue = Geliştirme beklenenden uzun sürüyor. Destek ekibi talebinizle yeniden ilgileniyor.
notice-reminder = Hatırlatma: destek ekibi sizi bekliyor. Yanıt vermezseniz talep otomatik olarak kapanacak: { $time }.
notice-closed-unanswered = Yanıt gelmediği için talep kapatıldı.
notice-closed-undecided = Talep kapatıldı: önerilen çözüme yanıt vermediniz.
notice-you-withdrew = Talebi geri çektiniz. Talep kapandı.
notice-closed-by-agent = Destek ekibi talebi kapattı:
notice-reopened = Talep yeniden açıldı.
notice-merged = #{ $number } numaralı talebiniz artık #{ $other } talebinin parçası.
notice-unmerged = #{ $number } numaralı talebiniz yeniden ayrı bir talep.
notice-split = Destek ekibi bunun için #{ $number } numaralı talebi açtı. İlk yanıt en geç: { $time }.
notice-opened-for-you = Destek ekibi bu talebi sizin için açtı:
notice-reopen = Yeniden aç
notice-withdraw = Geri çek

## Client: rating

rating-helpfulness = Destek ekibi ne kadar yardımcı oldu?
rating-speed = Destek ekibi ne kadar hızlıydı?
rating-politeness = Destek ekibi ne kadar nazikti?
rating-comment = Teşekkürler! Yorum eklemek ister misiniz? Buraya yazın.
rating-done = Değerlendirmeniz için teşekkürler.
rating-change = Değiştir
rating-skip = Atla

## Client: opening a ticket

form-progress = Adım { $step } / { $steps }
form-back = Geri
form-cancel = İptal
form-done = Tamam
form-skip = Atla
form-send = Gönder
form-change = Değiştir: { $part }
form-part-type = tür
form-part-description = açıklama
form-part-files = dosyalar
form-type = Konu nedir?
form-other = Kendi yanıtınızı da yazabilirsiniz.
form-other-button = Diğer
form-other-write = Kendi sözlerinizle yazın.
form-description = Kendi sözlerinizle anlatın.
form-description-hint = Şunlar yardımcı olur: ne yaptınız, ne bekliyordunuz, çağrının SessionID’si gibi numaralar, bağlantılar. Birkaç mesaj gönderebilirsiniz.
form-messages =
    { $count ->
        [one] Alındı: { $count } mesaj
       *[other] Alındı: { $count } mesaj
    }
form-files = Ekran görüntünüz ya da dosyanız var mı?
form-files-hint = Fotoğraf, albüm, video, ses, belge ya da bağlantı.
form-files-count =
    { $count ->
        [0] Dosya yok
        [one] { $count } dosya
       *[other] { $count } dosya
    }
form-review = Her şey doğru mu?
form-cancelled = İptal edildi. Hiçbir şey gönderilmedi.
form-needs-description = Lütfen önce en az bir cümle yazın.
form-too-many-files =
    { $limit ->
        [one] Bir talebe en fazla { $limit } dosya sığar. Son mesaj eklenmedi.
       *[other] Bir talebe en fazla { $limit } dosya sığar. Son mesaj eklenmedi.
    }
form-beyond = Açıklama doldu. Bundan sonra yazdıklarınız saklanır ve “Gönder” düğmesine bastığınızda aynı talebe eklenir.
form-full = Burada daha fazla yer yok: son mesaj eklenmedi. Önce bunu bitirin, gerisini açık talebe yazın.
form-forgotten = Bot güncellendi ve bu diyalog yeniden başlıyor. Yazdıklarınız yukarıda.
form-sent = Gönderildi.

## Client: chat

client-ask-open = Bununla bir talep açılsın mı?
client-which = Bu hangi talebe ait?
client-new-ticket = Yeni talep
client-added = Talebe eklendi.
client-slower = İletebildiğimizden daha hızlı yazıyorsunuz. Hiçbir şey kaybolmaz: hepsi sırayla, yalnızca biraz daha geç ulaşır.
client-unreadable = Destek ekibi bu mesajı göremiyor. Lütfen yazıyla anlatın ya da fotoğraf veya dosya olarak gönderin.
client-unreadable-part = Mesajınız destek ekibine ulaştı, ancak şu bölümü ulaşmadı: { $things }. Lütfen yazıyla anlatın ya da başka bir biçimde gönderin.
client-unreadable-file = Destek ekibi gönderdiğinizi göremiyor ({ $things }). Lütfen yazıyla anlatın ya da başka bir biçimde gönderin.
client-edit-unread = Bu mesajdaki değişiklik destek ekibine ulaşmaz. Lütfen yeni bir mesaj olarak yeniden yazın.
client-help = Açık bir talep hakkında yazdığınız her şey destek ekibine ulaşır.
client-usage-new = /new: yeni talep
client-usage-tickets = /tickets: talepleriniz
client-usage-journal = /journal: kapanan talepler
client-usage-settings = /settings: dil, sessiz saatler, bildirimler
client-usage-cancel = /cancel: şu anki diyaloğu durdur
client-nothing-to-cancel = İptal edilecek bir şey yok.
client-no-tickets = Açık talebiniz yok.
client-no-closed = Kapanmış talebiniz yok.
client-tickets = Talepleriniz
client-closed-tickets = Kapanan talepler
client-waits = sizi bekliyor
client-answer = Yanıtınızı yazın, isterseniz dosya ekleyin ve Tamam’a basın.
client-reject-why = Hâlâ sorun olan nedir? Buraya yazın.
client-add = Şimdi yazdıklarınız bu talebe eklenir.
client-you = Siz
client-support = Destek
client-withdraw-sure = Bu talep geri çekilsin mi? Kapatılacak.
client-withdraw-no = Hayır
client-reopen-why = Hâlâ çözülmeyen nedir? Buraya yazın.
client-closed-ask = Bu talep kapalı. Mesajınızı ne yapalım?
client-merged = Bu talep artık #{ $other } talebinin parçası.
client-reopen-number = Yeniden aç #{ $number }
client-follow-up = Yeni talep aç

## Client: settings

settings-language = Dil: { $language }
settings-quiet = Sessiz saatler: { $hours } ({ $zone }). Bildirimler bu saatler bitene ya da siz yazana kadar bekler.
settings-quiet-never = yok
settings-quiet-off = Sessiz saat yok
settings-notices = Yanıtlar, sorular, çözümler ve kapanışlar her zaman gelir. Gerisini siz seçin:
settings-notice-works = Talebimle kim ilgileniyor
settings-notice-progress = Talebimin gidişatı
