/* A program that loads the same shared libraries as dossier and does nothing: what start-up alone costs. */
int main(void) { return 0; }
