/* Signals: the first asks the run to stop and leave nothing half done, the second kills. */
#ifndef DOSSIER_CLI_INTERRUPT_H
#define DOSSIER_CLI_INTERRUPT_H

/* From now on SIGINT, SIGTERM and SIGHUP set the flag; a closed pipe and a file past `ulimit -f` are errors
 * of writing, no longer deadly. */
void interrupt_watch(void);
/* For DossierRequest.cancel: the signal's number, 0 while there was none. */
const volatile int *interrupt_flag(void);

#endif
