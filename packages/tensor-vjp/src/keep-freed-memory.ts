/**
 * Has the system's allocator keep what is freed. Results are arrays of the garbage collector's, made and dropped at every
 * step; glibc gives freed memory back to the system from 128 KiB on, to take it again, page by page, for the next. It
 * raises that limit by itself once a large block has been freed: here is one, never written to, up to the size that it
 * learns from. Other allocators take no notice.
 */
new ArrayBuffer(31 * 2 ** 20);
