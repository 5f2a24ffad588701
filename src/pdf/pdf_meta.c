/* Title, authors, dates and claims in; Info, XMP (ISO 16684-1) and output intent out. */
#include "pdf/pdf_meta.h"

#include "base/resource.h"
#include "pdf/pdf_object.h"

#include <hpdf.h>

static Str producer(Arena *arena) { return str_format(arena, "libHaru %s", HPDF_GetVersion()); }

/* One string in Info, several entries in XMP. */
static Str joined_authors(Arena *arena, const PdfInfo *info) {
    Buf buf = buf_new(arena);
    for (size_t i = 0; i < info->author_count; i++) {
        buf_add(&buf, i > 0 ? STR("; ") : STR(""));
        buf_add(&buf, info->authors[i]);
    }
    return buf_str(&buf);
}

void pdf_info_write(PdfOut *out, Job *job, const PdfInfo *info) {
    ArenaMark mark = arena_mark(job->scratch);
    Buf buf = buf_new(job->scratch), date = buf_new(job->scratch);
    if (info->time >= 0) pdf_put_date(&date, info->time);
    const struct {
        const char *key;
        Str text;
    } entries[] = {{"/Title", info->title},
                   {"/Author", joined_authors(job->scratch, info)},
                   {"/Subject", info->subject},
                   {"/Creator", info->creator_tool},
                   {"/Producer", producer(job->scratch)},
                   {"/CreationDate", buf_str(&date)},
                   {"/ModDate", buf_str(&date)}};
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (entries[i].text.len > 0) {
            buf_add(&buf, str_from(entries[i].key));
            pdf_add_text(out, &buf, entries[i].text);
        }
    pdf_write_dict(out, pdf_info_id(out), buf_str(&buf));
    arena_release(job->scratch, mark);
}

/* ---- XMP ----------------------------------------------------------------------------------- */

/* XML 1.0 allows no other control characters than tab and line ends. */
static void put_escaped(Buf *buf, Str text) {
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (c == '&')
            buf_add(buf, STR("&amp;"));
        else if (c == '<')
            buf_add(buf, STR("&lt;"));
        else if (c == '>')
            buf_add(buf, STR("&gt;"));
        else if ((c >= ' ' || c == '\t' || c == '\n') && c != 0xFFFE && c != 0xFFFF)
            buf_add_code_point(buf, c);
    }
}

static void put_element(Buf *buf, const char *name, Str text) {
    if (text.len == 0) return;
    buf_print(buf, "<%s>", name);
    put_escaped(buf, text);
    buf_print(buf, "</%s>\n", name);
}

/* rdf:Alt with a default language, as dc:title and dc:description want it. */
static void put_alternative(Buf *buf, const char *name, Str text) {
    if (text.len == 0) return;
    buf_print(buf, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">", name);
    put_escaped(buf, text);
    buf_print(buf, "</rdf:li></rdf:Alt></%s>\n", name);
}

static void put_list(Buf *buf, const char *name, const char *container, const Str *texts,
                     size_t count) {
    if (count == 0) return;
    buf_print(buf, "<%s><rdf:%s>", name, container);
    for (size_t i = 0; i < count; i++) {
        buf_add(buf, STR("<rdf:li>"));
        put_escaped(buf, texts[i]);
        buf_add(buf, STR("</rdf:li>"));
    }
    buf_print(buf, "</rdf:%s></%s>\n", container, name);
}

/* PDF/A knows no pdfuaid schema, so the file describes it (ISO 19005-2, 6.6.2.3). */
static const char ua_schema[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static void put_claims(Buf *buf, PdfClaim claim) {
    static const char *const conformance[] = {[PDF_A_2B] = "B", [PDF_A_2U] = "U", [PDF_A_2A] = "A"};
    if (claim == PDF_A_NONE) return;
    buf_add(buf, STR("<pdfaid:part>2</pdfaid:part>\n"));
    put_element(buf, "pdfaid:conformance", str_from(conformance[claim]));
    if (claim != PDF_A_2A) return;
    buf_add(buf, STR("<pdfuaid:part>1</pdfuaid:part>\n"));
    buf_add(buf, str_from(ua_schema));
}

static void put_namespaces(Buf *buf, PdfClaim claim) {
    buf_add(buf, STR("<rdf:Description rdf:about=\"\"\n"
                     " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                     " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                     " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""));
    if (claim != PDF_A_NONE)
        buf_add(buf, STR("\n xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""));
    if (claim == PDF_A_2A)
        buf_add(buf, STR("\n xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
                         " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
                         " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
                         " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\""));
    buf_add(buf, STR(">\n"));
}

Str pdf_xmp(Arena *arena, const PdfInfo *info) {
    Buf buf = buf_new(arena), date = buf_new(arena);
    if (info->time >= 0) pdf_put_iso_date(&date, info->time);
    buf_add(&buf, STR("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF "
                      "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"));
    put_namespaces(&buf, info->claim);
    buf_add(&buf, STR("<dc:format>application/pdf</dc:format>\n"));
    put_alternative(&buf, "dc:title", info->title);
    put_list(&buf, "dc:creator", "Seq", info->authors, info->author_count);
    put_alternative(&buf, "dc:description", info->subject);
    put_list(&buf, "dc:language", "Bag", &info->lang, info->lang.len > 0);
    put_element(&buf, "xmp:CreatorTool", info->creator_tool);
    put_element(&buf, "xmp:CreateDate", buf_str(&date));
    put_element(&buf, "xmp:ModifyDate", buf_str(&date));
    put_element(&buf, "pdf:Producer", producer(arena));
    put_claims(&buf, info->claim);
    buf_add(&buf, STR("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"));
    return buf_str(&buf);
}

uint32_t pdf_metadata_write(PdfOut *out, Job *job, const PdfInfo *info) {
    ArenaMark mark = arena_mark(job->scratch);
    uint32_t id = pdf_reserve(out);
    /* Not compressed: tools that know no PDF find the packet by looking for it. */
    pdf_write_stream(out, id, STR("/Type/Metadata/Subtype/XML"), pdf_xmp(job->scratch, info),
                     PDF_PLAIN);
    arena_release(job->scratch, mark);
    return id;
}

/* ---- output intent ------------------------------------------------------------------------- */

void pdf_put_output_intent(PdfOut *out, const PdfInfo *info, Buf *catalog) {
    Str profile;
    if (info->claim == PDF_A_NONE) return;
    if (!resource_find(STR("icc/sRGB.icc.z"), &profile)) {
        pdf_fail(out, "the sRGB profile is not compiled in");
        return;
    }
    uint32_t id = pdf_reserve(out);
    pdf_write_stream(out, id, STR("/N 3"), profile, PDF_DEFLATED);
    buf_add(catalog, STR("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                         "/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
                         "/DestOutputProfile "));
    pdf_put_reference(catalog, id);
    buf_add(catalog, STR(">>]"));
}
