/* Pictures in; image objects with their soft masks and colour profiles out. */
#include "pdf/pdf_image.h"

#include "pdf/pdf_object.h"

/* ---- colours ------------------------------------------------------------------------------- */

static uint32_t profile_id(PdfImages *images, const Image *image) {
    for (size_t i = 0; i < images->profiles.len; i++) {
        const PdfProfile *known = &images->profiles.at[i];
        if (str_equal(known->bytes, image->profile)) return known->id;
    }
    uint32_t id = pdf_reserve(images->out);
    bool is_grey = image->components == 1 && !image->palette.len;
    pdf_write_stream(images->out, id,
                     is_grey ? STR("/N 1/Alternate/DeviceGray") : STR("/N 3/Alternate/DeviceRGB"),
                     image->profile, PDF_DEFLATE);
    *list_add(images->job->arena, &images->profiles) =
        (PdfProfile){.bytes = image->profile, .id = id};
    return id;
}

static void put_base_space(PdfImages *images, const Image *image, Buf *buf) {
    if (image->profile.len) {
        buf_add(buf, STR("[/ICCBased "));
        pdf_put_reference(buf, profile_id(images, image));
        buf_add_char(buf, ']');
        return;
    }
    bool is_grey = image->components == 1 && !image->palette.len;
    buf_add(buf, is_grey ? STR("/DeviceGray") : STR("/DeviceRGB"));
}

static void put_color_space(PdfImages *images, const Image *image, Buf *buf) {
    buf_add(buf, STR("/ColorSpace"));
    if (!image->palette.len) {
        put_base_space(images, image, buf);
        return;
    }
    buf_add(buf, STR("[/Indexed"));
    put_base_space(images, image, buf);
    buf_print(buf, " %zu", image->palette.len / 3 - 1);
    pdf_add_string(images->out, buf, image->palette);
    buf_add_char(buf, ']');
}

/* ---- streams ------------------------------------------------------------------------------- */

static void put_size(const Image *image, unsigned bits, Buf *buf) {
    buf_print(buf, "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent %u",
              image->width, image->height, bits);
}

static void put_predictor(const Image *image, unsigned components, unsigned bits, Buf *buf) {
    buf_print(buf, "/DecodeParms<</Predictor 15/Colors %u/BitsPerComponent %u/Columns %u>>",
              components, bits, image->width);
}

static uint32_t write_mask(PdfImages *images, const Image *image) {
    uint32_t id = pdf_reserve(images->out);
    Buf buf = buf_new(images->job->scratch);
    put_size(image, 8, &buf);
    buf_add(&buf, STR("/ColorSpace/DeviceGray"));
    put_predictor(image, 1, 8, &buf);
    pdf_write_stream(images->out, id, buf_str(&buf), image->alpha, PDF_DEFLATE);
    return id;
}

static uint32_t write_image(PdfImages *images, const Image *image) {
    uint32_t id = pdf_reserve(images->out);
    Buf buf = buf_new(images->job->scratch);
    put_size(image, image->bits, &buf);
    put_color_space(images, image, &buf);
    if (image->alpha.len) {
        buf_add(&buf, STR("/SMask "));
        pdf_put_reference(&buf, write_mask(images, image));
    }
    PdfFilter filter = image->is_deflated ? PDF_DEFLATED : PDF_DEFLATE;
    if (image->form == IMAGE_JPEG) {
        filter = PDF_PLAIN;
        buf_add(&buf, STR("/Filter/DCTDecode"));
    } else {
        put_predictor(image, image->components, image->bits, &buf);
    }
    pdf_write_stream(images->out, id, buf_str(&buf), image->bytes, filter);
    return id;
}

unsigned pdf_image_use(PdfImages *images, const Image *image) {
    for (size_t i = 0; i < images->list.len; i++)
        if (images->list.at[i].image == image) return (unsigned)i + 1;
    uint32_t id = write_image(images, image);
    *list_add(images->job->arena, &images->list) = (PdfImage){.image = image, .id = id};
    return (unsigned)images->list.len;
}

void pdf_images_put_resources(const PdfImages *images, Buf *resources) {
    if (!images->list.len) return;
    buf_add(resources, STR("/XObject<<"));
    for (size_t i = 0; i < images->list.len; i++) {
        buf_print(resources, "/Im%zu ", i + 1);
        pdf_put_reference(resources, images->list.at[i].id);
    }
    buf_add(resources, STR(">>"));
}
