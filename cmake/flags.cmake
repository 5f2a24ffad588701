# What every target of ours is compiled with: target dossier-flags.
add_library(dossier-flags INTERFACE)
target_compile_definitions(dossier-flags INTERFACE _DEFAULT_SOURCE _POSIX_C_SOURCE=200809L)
target_compile_options(dossier-flags INTERFACE
  $<$<COMPILE_LANGUAGE:C>:-Wall;-Wextra;-Wshadow;-Wstrict-prototypes;-Wmissing-prototypes;-Wwrite-strings;-Wvla;-Wpointer-arith;-Wundef>)
if(DOSSIER_STRESS)
  target_compile_definitions(dossier-flags INTERFACE DOSSIER_STRESS)
endif()
if(DOSSIER_WERROR)
  target_compile_options(dossier-flags INTERFACE $<$<COMPILE_LANGUAGE:C>:-Werror>)
endif()
add_link_options(-Wl,--as-needed)

if(DOSSIER_SANITIZE)
  add_compile_options($<$<COMPILE_LANGUAGE:C>:-fsanitize=${DOSSIER_SANITIZE}>
    $<$<COMPILE_LANGUAGE:C>:-fno-sanitize-recover=all> -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${DOSSIER_SANITIZE})
endif()

if(DOSSIER_FUZZ)
  add_compile_options($<$<COMPILE_LANGUAGE:C>:-fsanitize=fuzzer-no-link>)
endif()
if(DOSSIER_COVERAGE)
  add_compile_options($<$<COMPILE_LANGUAGE:C>:--coverage>)
  add_link_options(--coverage)
endif()

# LTO only where it pays (release) and works.
set(DOSSIER_LTO_WORKS OFF)
if(DOSSIER_LTO AND CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT DOSSIER_SANITIZE
   AND CMAKE_C_COMPILER_ID STREQUAL "GNU")
  include(CheckIPOSupported)
  check_ipo_supported(RESULT DOSSIER_LTO_WORKS OUTPUT lto_output LANGUAGES C)
endif()
