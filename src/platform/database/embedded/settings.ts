/**
 * What the server is started with; given at each start, so that a new release's settings reach old clusters.
 * No parallel queries: their shared memory does not fit in a container's 64 MB of /dev/shm.
 * Errors are logged tersely and without the statement, whose values are about people.
 */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

/** The server's options as pg_ctl passes them on. */
export const optionsFor = (port: number, socketFolder: string): string =>
  Object.entries({ ...settings, port: String(port), unix_socket_directories: socketFolder })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
