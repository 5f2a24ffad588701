# The layers are checked by every build: target layers, part of ALL (rules: cmake/layers.awk).
find_program(DOSSIER_AWK NAMES mawk gawk awk REQUIRED)
file(GLOB_RECURSE layer_sources CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/src/*.c ${PROJECT_SOURCE_DIR}/src/*.h)
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/layers.checked
  COMMAND ${DOSSIER_AWK} -v root=${PROJECT_SOURCE_DIR}/ -f ${PROJECT_SOURCE_DIR}/cmake/layers.awk
    ${layer_sources}
  COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/layers.checked
  DEPENDS ${layer_sources} ${PROJECT_SOURCE_DIR}/cmake/layers.awk
  COMMENT "Checking who includes whom" VERBATIM)
add_custom_target(layers ALL DEPENDS ${CMAKE_BINARY_DIR}/layers.checked)
