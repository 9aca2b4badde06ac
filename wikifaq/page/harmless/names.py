"""Names that a link's target may begin with, in the languages with the most readers.

The names are those of MediaWiki (languages/messages/Messages*.php, ``$namespaceNames`` and
``$namespaceAliases``) in lower case. They decide how a link reads, not whether it is safe: a
link whose prefix is unknown gets a leading colon, with which any page can be linked to.
"""

from __future__ import annotations


def _names(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.split())


FILE = _names("""
    afbeelding archivo arquivo attēls berkas bestand bild bilde billede datei datoteka delwedd
    dosiero dosya fail faili fayl ficheiro fichier fil file fitxategi fitxer fişier fișier
    fájl gambar grafika hình image imagem imagen imagine imahen imatge imaxe imej immagine
    irudi kuva kép obrázok payl picha pilt plik resim slika soubor swret súbor tasvir tiedosto
    tập_tin vaizdas αρχείο εικόνα датотека зображення изображение картинка податотека слика
    сурет файл պատկեր קובץ תמונה تصویر سۋرەت صورة فائل ملف پرونده चित्र চিত্র படிமம் దస్త్రం
    ఫైలు బొమ్మ ചി ചിത്രം പ്ര പ്രമാണം ภาพ ไฟล์ სურათი ფაილი ファイル 图像 图片 圖像 圖片 文件 档案 檔案
    画像 그림 파일
""")

MEDIA = _names("""
    aŭdvidaĵo filpeikar media medij medija mediji medio medium mediya medya meedia
    multimédia média médiá mídia ortam phương_tiện taspa μέσο μέσον медиа медиум медия медиј
    медија медіа таспа մեդիա מדיה تاسپا رسانه رسانه‌ای زریعہ مدیا ميديا میڈیا وسائط وسیط
    मीडिया মিডিয়া ஊடகம் మీడియా മീഡിയ สื่อ მედია メディア 媒体 媒体文件 媒体档案 媒體 媒體文件
    媒體檔案 미디어
""")

CATEGORY = _names("""
    categori categoria categorie category categoría catégorie jamii kategooria kategori
    kategoria kategorie kategorija kategorio kategoriya kategória luokka sanat thể_loại turkum
    κατηγορία категория категорија категорія санат կատեգորիա קטגוריה تصنيف رده زمرہ سانات
    श्रेणी বিষয়শ্রেণী பகுப்பு వర్గం വ വി വിഭാഗം വർഗ്ഗം หมวดหมู่ კატეგორია カテゴリ 分类 分類 분류
""")

# Prefixes with which a link needs no colon: namespaces that only ever hold pages to be read ...
PAGES = _names("""
    talk user user_talk project project_talk file_talk mediawiki mediawiki_talk template
    template_talk help help_talk category_talk special portal portal_talk draft draft_talk module
    module_talk wikipedia wikipedia_talk grants grants_talk research research_talk programs
""")

# ... and wikis, by their interwiki prefix where that is no language's code (Special:Interwiki on
# meta.wikimedia.org; includes/languages/data/Names.php). They have a main page to link to.
WIKIS = _names("""
    meta metawikimedia m wikimedia foundation foundationsite wmf w wiktionary wikt wikinews n
    wikibooks b wikiquote q wikisource s wikiversity v wikivoyage voy wikispecies species commons
    c wikidata d mw mediawikiwiki outreach wikimania incubator phab phabricator wikitech
    translatewiki betawiki google doi mail
""")

# What a file link says about its picture's looks (img_* in languages/messages/Messages*.php); the
# last part that is none of these is the caption.
LOOKS = _names("""
    thumb thumbnail frame framed frameless border left right center centre none upright baseline
    middle sub super text-top text-bottom top bottom mini miniatur rahmenlos gerahmt links rechts
    zentriert ohne hochkant vignette cadre gauche droite centré néant sans_cadre redresse miniatura
    izquierda derecha centro no borde esquerda direita nenhum мини миниатюра слева справа центр без
    мініатюра ліворуч праворуч تصغير يسار يمين مركز بدون サムネイル 左 右 中央 なし 缩略图 縮圖 无
    無 居中 置中
""")
