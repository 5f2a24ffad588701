/* A JPEG file in; its own scans out where a PDF can hold them, else samples.
 *
 * libjpeg has memory of its own, so nothing is taken from an arena while it is at work: an arena that is
 * exhausted jumps past its cleaning up. */
#include "image/internal.h"

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

#include <jerror.h>

/* More scans than any encoder writes: a small file could keep us busy for minutes. */
enum { MOST_SCANS = 200 };

typedef struct JpegReading {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf failed;
    char why[JMSG_LENGTH_MAX + 40];
    uint8_t *samples; /* where rows go; NULL: nowhere, they are only decoded */
    size_t row_bytes, end;
    J_COLOR_SPACE wanted;
} JpegReading;

/* ---- what libjpeg calls ---- */

static void keep_error(j_common_ptr jpeg) {
    JpegReading *reading = jpeg->client_data;
    char message[JMSG_LENGTH_MAX];
    jpeg->err->format_message(jpeg, message);
    snprintf(reading->why, sizeof reading->why, "it is damaged (%s)", message);
    longjmp(reading->failed, 1);
}

/* Warnings about data that is missing or wrong are errors; others, about markers, are not. */
static void judge_message(j_common_ptr jpeg, int level) {
    static const int bad[] = {JWRN_JPEG_EOF,         JWRN_HIT_MARKER,  JWRN_HUFF_BAD_CODE,
                              JWRN_ARITH_BAD_CODE,   JWRN_MUST_RESYNC, JWRN_NOT_SEQUENTIAL,
                              JWRN_BOGUS_PROGRESSION};
    if (level >= 0) return;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (jpeg->err->msg_code == bad[i]) keep_error(jpeg);
    }
}

static void print_nothing(j_common_ptr jpeg) { (void)jpeg; }

static void count_scans(j_common_ptr jpeg) {
    JpegReading *reading = jpeg->client_data;
    if (reading->jpeg.input_scan_number <= MOST_SCANS) return;
    snprintf(reading->why, sizeof reading->why, "it has more than %d scans", MOST_SCANS);
    longjmp(reading->failed, 1);
}

/* ---- decoding ---- */

static void open_jpeg(JpegReading *reading) {
    reading->jpeg.err = jpeg_std_error(&reading->errors);
    reading->jpeg.client_data = reading;
    reading->errors.error_exit = keep_error;
    reading->errors.emit_message = judge_message;
    reading->errors.output_message = print_nothing;
}

/* Where rows go that nobody wants: memory of libjpeg's own. */
static JSAMPROW spare_row(JpegReading *reading) {
    j_common_ptr common = (j_common_ptr)&reading->jpeg;
    JDIMENSION bytes = reading->jpeg.output_width * (JDIMENSION)reading->jpeg.output_components;
    return common->mem->alloc_sarray(common, JPOOL_IMAGE, bytes, 1)[0];
}

static void decode_rows(JpegReading *reading) {
    struct jpeg_decompress_struct *jpeg = &reading->jpeg;
    JSAMPROW spare = reading->samples ? NULL : spare_row(reading);
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW row =
            spare ? spare : reading->samples + jpeg->output_scanline * reading->row_bytes;
        jpeg_read_scanlines(jpeg, &row, 1);
    }
}

/* The whole file, once. False with `why` set when it is damaged. */
static bool decode(JpegReading *reading, Str bytes, const JpegHead *head) {
    struct jpeg_decompress_struct *jpeg = &reading->jpeg;
    open_jpeg(reading);
    if (setjmp(reading->failed)) {
        jpeg_destroy_decompress(jpeg);
        return false;
    }
    jpeg_create_decompress(jpeg);
    reading->progress.progress_monitor = count_scans;
    jpeg->progress = &reading->progress;
    jpeg_mem_src(jpeg, (const unsigned char *)bytes.at, bytes.len);
    jpeg_read_header(jpeg, TRUE);
    jpeg->out_color_space = reading->wanted;
    jpeg->dct_method = JDCT_ISLOW;
    jpeg_start_decompress(jpeg);
    bool is_same = jpeg->output_width == head->width && jpeg->output_height == head->height;
    if (!is_same) {
        snprintf(reading->why, sizeof reading->why, "it is damaged (it has two sizes)");
        longjmp(reading->failed, 1);
    }
    decode_rows(reading);
    jpeg_finish_decompress(jpeg);
    reading->end = bytes.len - jpeg->src->bytes_in_buffer;
    jpeg_destroy_decompress(jpeg);
    return true;
}

/* ---- what becomes of it ---- */

/* ISO 32000-1, 7.4.8: baseline, extended and progressive Huffman coding; three components are taken for YCbCr
 * unless Adobe's marker says otherwise. */
static bool can_pass(const JpegHead *head) {
    if (head->frame > 0xC2) return false;
    if (head->components == 1) return true;
    bool is_named_rgb = head->ids[0] == 'R' && head->ids[1] == 'G' && head->ids[2] == 'B';
    bool is_contradictory = head->has_jfif && head->has_adobe && head->adobe_transform == 0;
    return head->components == 3 && !is_contradictory && (head->has_adobe || !is_named_rgb);
}

static bool check_head(const Reading *reading, const JpegHead *head) {
    if (head->precision != 8)
        return image_refuse(reading, STR("save it with 8 bits a colour"),
                            "only JPEG of 8 bits a colour is supported");
    if (head->components != 1 && head->components != 3 && head->components != 4)
        return image_refuse(reading, STR("save it as RGB or grey"),
                            "its colours are neither grey, RGB nor CMYK");
    return image_fits(reading, head->width, head->height);
}

static void keep_samples(const Reading *reading, const JpegHead *head, JpegReading *jpeg) {
    Image *image = reading->image;
    size_t row_bytes = jpeg->row_bytes;
    if (head->components == 4) {
        cmyk_convert(reading, jpeg->samples, (size_t)head->width * head->height, head->has_adobe,
                     head->profile);
        row_bytes = (size_t)head->width * 3;
    }
    image->form = IMAGE_ROWS;
    image->bytes =
        rows_filter(reading->job, jpeg->samples, row_bytes, head->height, image->components);
}

bool jpeg_read(Reading *reading) {
    JpegHead head;
    Job *job = reading->job;
    if (!jpeg_head_read(job->scratch, reading->bytes, &head))
        return image_refuse(reading, STR("export it again"),
                            "it is damaged (no frame, or no scan)");
    if (!check_head(reading, &head)) return false;
    JpegReading *jpeg = ARENA_NEW(job->scratch, JpegReading);
    bool passes = can_pass(&head);
    jpeg->wanted = head.components == 1 ? JCS_GRAYSCALE : head.components == 3 ? JCS_RGB : JCS_CMYK;
    jpeg->row_bytes = (size_t)head.width * head.components;
    if (!passes) jpeg->samples = arena_alloc(job->scratch, jpeg->row_bytes * head.height);
    if (!decode(jpeg, reading->bytes, &head))
        return image_refuse(reading, STR("export it again"), jpeg->why);
    Image *image = reading->image;
    image->width = head.width;
    image->height = head.height;
    image->components = head.components == 1 ? 1 : 3;
    image->bits = 8;
    image->orientation = head.orientation;
    if (head.components != 4) image_keep_profile(reading, head.profile, head.components);
    if (passes) {
        image->form = IMAGE_JPEG;
        image->bytes = jpeg_head_strip(job->arena, reading->bytes, jpeg->end);
    } else {
        keep_samples(reading, &head, jpeg);
    }
    return true;
}

#define QUOTE(text) #text
#define QUOTE_VALUE(text) QUOTE(text)
const char *image_jpeg_version(void) { return QUOTE_VALUE(LIBJPEG_TURBO_VERSION); }
