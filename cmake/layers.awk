# layers.awk - who may include whom. Reads C sources, prints one line per violation, exits 1 if any.
#   awk -f cmake/layers.awk -v root=/path/to/checkout/ FILE...
# The picture of the layers is docs/ARCHITECTURE.md; this table is its law.

BEGIN {
    # A stage may include itself and:
    allowed["base"]   = ""
    allowed["image"]  = "base"
    allowed["read"]   = "base"
    allowed["model"]  = "base read"
    allowed["style"]  = "base read"
    allowed["font"]   = "base"
    allowed["shape"]  = "base font"
    allowed["line"]   = "base font shape"
    allowed["block"]  = "base image read model style font shape line"
    allowed["page"]   = "base image model style font shape line block"
    allowed["pdf"]    = "base image read style font shape line block page"
    allowed["check"]  = "base read model style"
    allowed["cli"]    = "dossier.h"
    allowed["module"] = "base shape image"
    allowed["tools"]  = "base shape"
    allowed["run"]    = "base image read model style font shape line block page pdf check dossier.h"
    allowed["dossier"] = "base image read model style font shape line block page pdf check run dossier.h"

    # A library's headers belong to the stages that know it.
    knows["^yaml\\.h$"] = "read"
    knows["^md4c"] = "read"
    knows["^csv\\.h$"] = "read"
    knows["^hpdf"] = "pdf"
    knows["^libdeflate\\.h$"] = "pdf tools"
    knows["^(harfbuzz/)?hb-subset"] = "font"
    knows["^(harfbuzz/)?hb"] = "font shape"
    knows["^unicode/"] = "module"
    knows["^dlfcn\\.h$"] = "shape image"
    knows["^png"] = "image"
    knows["^j(peglib|error)\\.h$"] = "image"
    knows["^lcms2"] = "module"
    knows["^qrencode"] = "module"

    stages = "base image read model style font shape line block page pdf check run cli module tools"
    status = 0
}

function holds(list, word) { return index(" " list " ", " " word " ") > 0 }

function complain(what) {
    printf "%s:%d: %s\n", name, FNR, what
    status = 1
}

FNR == 1 {
    name = FILENAME
    if (index(name, root) == 1) name = substr(name, length(root) + 1)
    split(name, parts, "/")
    stage = holds(stages, parts[2]) ? parts[2] : "dossier"
}

/^[ \t]*#[ \t]*include[ \t]*[<"]/ {
    header = $0
    sub(/^[ \t]*#[ \t]*include[ \t]*[<"]/, "", header)
    sub(/[>"].*$/, "", header)

    for (pattern in knows)
        if (header ~ pattern && !holds(knows[pattern], stage)) {
            complain(stage " may not include " header " (only " knows[pattern] " may)")
            break
        }

    if ($0 !~ /include[ \t]*"/) next
    slash = index(header, "/")
    to = slash > 0 ? substr(header, 1, slash - 1) : header
    if (to == ".." || header ~ /\/\.\.\//)
        complain("include from src/, not " header)
    else if (slash > 0 && !holds(stages, to))
        next
    else if (slash == 0 && header != "dossier.h")
        complain("write the stage: include \"STAGE/" header "\", not \"" header "\"")
    else if (to != stage && !holds(allowed[stage], to))
        complain(stage " may not include " header " (it may include: " \
                 (allowed[stage] == "" ? "nothing" : allowed[stage]) ")")
}

END { exit status }
