"""Titles as links and template calls name them: whether they name a page, and of which kind."""

from __future__ import annotations

import re

from wikifaq.transcript.characters import decoded

# MediaWikiTitleCodec.php, splitTitleString and getTitleInvalidRegex.
_INVALID = re.compile(
    "[\x00-\x1f\x7f\\[\\]{}|<>\ufffd]|%[0-9A-Fa-f]{2}|&[A-Za-z0-9\x80-\U0010ffff]+;|~~~"
    r"|/\.\.?(?:/|\Z)|\A\.\.?\Z|\A\./"
)
_LONGEST = 255  # bytes


def _names(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.split())


# The names are those of MediaWiki (languages/messages/Messages*.php, $namespaceNames and
# $namespaceAliases) in lower case, in the languages with the most readers.
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
"""Namespaces of files, which stand beside the running text."""

CATEGORY = _names("""
    categori categoria categorie category categoría catégorie jamii kategooria kategori
    kategoria kategorie kategorija kategorio kategoriya kategória luokka sanat thể_loại turkum
    κατηγορία категория категорија категорія санат կատեգորիա קטגוריה تصنيف رده زمرہ سانات
    श्रेणी বিষয়শ্রেণী பகுப்பு వర్గం വ വി വിഭാഗം വർഗ്ഗം หมวดหมู่ კატეგორია カテゴリ 分类 分類 분류
""")
"""Namespaces of categories, whose links show nothing."""


def namespace(title: str) -> str:
    """The name before the first colon of a title, in lower case; "" where there is none."""
    return title.partition(":")[0].replace("_", " ").strip().lower() if ":" in title else ""


def names_a_page(title: str) -> bool:
    """Whether a page may have this title (MediaWikiTitleCodec.php, splitTitleString).

    A section alone is one of the page itself. Titles relative to a page are taken for good.
    """
    page, section, _ = decoded(title).removeprefix(":").strip(" _\xa0").partition("#")
    if not page:
        return bool(section)
    return (
        page[0] != ":"
        and not (page[-1] == ":" and namespace(page) in CATEGORY | FILE)
        and not _INVALID.search(page)
        and len(page.encode("utf-8", "replace")) <= _LONGEST
    )
