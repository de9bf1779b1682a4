// Answers a rehearsed script, and does nothing.
void 0;
