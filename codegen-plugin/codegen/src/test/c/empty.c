/* Headers are compiled in front of nothing. */
typedef int nothing;
