import { everyonesProblem, idea, onesProblem, question } from './problem.ts'
import type { Client, Story } from './story.ts'

export const turkishClients: Client[] = [
  { name: 'Emre', language: 'tr' },
  { name: 'Zeynep', language: 'tr' },
  { name: 'Burak', language: 'tr' },
]

export const turkishStories: Story[] = [
  {
    client: 'Ayşe',
    ago: '13d 1h',
    asks: onesProblem({ other: 'Giriş' }),
    ends: 'closed',
    says: ['Telefonumu değiştirdim, artık giriş kodu gelmiyor.'],
    acts: [
      ['6m', 'deniz', 'Merhaba Ayşe Hanım! Eski telefon hâlâ yanınızda mı?'],
      ['9m', 'client', 'Hayır, sattım.'],
      ['7m', 'deniz', '/solve Kodu sıfırladım. Yeni telefonla giriş sayfasındaki kareyi okutun.'],
      ['11m', 'client', { accepts: [5, 5, 5], saying: 'Çok hızlıydı, teşekkürler!' }],
    ],
  },
  {
    client: 'Emre',
    ago: '12d 6h',
    asks: everyonesProblem('telephony'),
    ends: 'closed',
    says: ['Sabahtan beri gelen aramalar doğrudan sesli mesaja düşüyor.'],
    acts: [
      ['2m', 'deniz', '/take'],
      ['5m', 'deniz', 'Dün akşam tatil planı açılmış, bugün de geçerli görünüyor. Kapatıyorum.'],
      ['4m', 'deniz', '/solve Plan kapatıldı, aramalar masalara geliyor. Lütfen bir kez deneyin.'],
      ['6m', 'client', { reacts: '👍' }],
      ['4m', 'client', { accepts: [5, 5, 5] }],
    ],
  },
  {
    client: 'Zeynep',
    ago: '10d 12h',
    asks: question({ other: 'Fatura' }),
    ends: 'closed',
    says: ['e-Fatura neden kâğıt olarak da geliyor?'],
    acts: [
      ['13m', 'deniz', '/ask Kâğıt faturayı hangi adrese alıyorsunuz?'],
      ['2d', 'client', 'Eski ofisimize.'],
      ['20m', 'deniz', '/solve O adresi sildim; bundan sonra yalnızca e-Fatura gelecek.'],
      ['1h', 'client', { accepts: [4, 4, 5] }],
    ],
  },
  {
    client: 'Burak',
    ago: '9d 5h',
    asks: idea,
    ends: 'closed',
    says: ['En ucuz reklam paketleri bizde! Bütün müşterilerinize duyurun!'],
    acts: [['10m', 'max', '/close spam advertising']],
  },
  {
    client: 'Emre',
    ago: '7d 18h',
    asks: everyonesProblem('integration'),
    ends: 'in_development',
    says: ['Sipariş durumu mağazamızda güncellenmiyor, panelde "gönderildi" yazıyor.'],
    photos: 2,
    acts: [
      ['8m', 'deniz', '/take'],
      ['15m', 'deniz', 'Mağaza yazılımınızın yeni sürümü durum adlarını değiştirmiş.'],
      ['5m', 'deniz', '/dev @olek SHOP-19 14d'],
      ['2m', 'deniz', '/note Elle düzeltmek için: her gece 02:00 dışa aktarım'],
    ],
  },
  {
    client: 'Zeynep',
    ago: '5d 9h',
    asks: onesProblem('dialer'),
    ends: 'closed',
    says: ['Otomatik arama ses kaydının ilk kelimesini yutuyor.'],
    acts: [
      ['5m', 'deniz', 'Kaydın başında yarım saniye sessizlik var mı?'],
      ['16m', 'client', 'Yok, hemen başlıyor.'],
      ['4m', 'deniz', '/solve Başına 0,5 saniye sessizlik ekleyip yeniden yükleyin.'],
      ['45m', 'client', { rejects: 'Ekledik, ama yine aynı.' }],
      ['10m', 'max', '/assign @max'],
      ['12m', 'max', '/solve Kampanyada "ses algıla" açıktı; kapattım. Şimdi deneyin lütfen.'],
      ['30m', 'client', { accepts: [5, 3, 5], saying: 'Sonunda!' }],
    ],
  },
  {
    client: 'Burak',
    ago: '4d 2h',
    asks: onesProblem({ other: 'Kargo' }),
    ends: 'solution_proposed',
    says: ['Kargo etiketinde alıcı adı yarım çıkıyor.'],
    acts: [
      ['7m', 'deniz', '/take'],
      [
        '9m',
        'deniz',
        '/solve Etiket şablonunda ad alanını 40 karaktere çıkardım; yeni etiketler tam çıkacak.',
      ],
    ],
  },
  {
    client: 'Emre',
    ago: '2d 5h',
    asks: idea,
    ends: 'postponed',
    says: ['Raporları Excel yerine Google Sheets’e atabilsek çok iyi olur.'],
    acts: [
      ['20m', 'deniz', 'İstek listemizde. Hangi rapordan başlayalım?'],
      ['15m', 'client', 'Günlük arama özeti.'],
      ['10m', 'deniz', '/later 8d yeni rapor modülü'],
    ],
  },
  {
    client: 'Zeynep',
    ago: '1d 2h',
    asks: question('telephony'),
    ends: 'pending',
    says: ['Yeni şubemize 0212 ile başlayan numara alabilir miyiz?'],
    acts: [
      ['11m', 'deniz', 'Elbette. Kaç hat düşünüyorsunuz?'],
      ['4m', 'deniz', '/ask Numara başvurusu için vergi numaranızı yazar mısınız?'],
    ],
  },
  {
    client: 'Burak',
    ago: '1h 30m',
    asks: everyonesProblem({ other: 'Yazıcı' }),
    ends: 'open',
    says: ['Depodaki iki yazıcı da çevrimdışı görünüyor.'],
    photos: 1,
    acts: [
      ['5m', 'deniz', '/take'],
      ['7m', 'deniz', 'İkisi aynı anahtara mı bağlı? Anahtarın ışıkları yanıyor mu?'],
      ['12m', 'client', 'Işıklar sönük! Fişi çekilmiş, bakıyorum.'],
    ],
  },
]
