/** The server's settings, fitted to the memory and processors of the machine and given on the command line at every start. */
import { statfsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';

const mebi = 1024 * 1024;

/** How the server is to run. */
export interface ServerSettings {
  readonly socketFolder: string;
  /** False only where the data may be lost with the power (tests). */
  readonly durable: boolean;
}

/** The settings as `name=value`. No statement and no value of a row is ever written to the log. */
export function configure({ socketFolder, durable }: ServerSettings, memory = usableMemory(), processors = availableParallelism()): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '',
    unix_socket_directories: quoteList(socketFolder),
    unix_socket_permissions: '0700',
    port: 5432,
    max_connections: 100,
    shared_buffers: `${between(64, memory / 8, 2048)}MB`,
    effective_cache_size: `${between(128, memory / 2, 65_536)}MB`,
    work_mem: `${between(8, memory / 256, 96)}MB`,
    maintenance_work_mem: `${between(32, memory / 32, 512)}MB`,
    dynamic_shared_memory_type: sharedMemoryType(),
    wal_level: 'minimal',
    max_wal_senders: 0,
    wal_compression: 'on',
    min_wal_size: '256MB',
    max_wal_size: `${between(512, memory / 6, 4096)}MB`,
    checkpoint_timeout: '15min',
    max_worker_processes: Math.max(8, processors * 2),
    max_parallel_workers: processors,
    max_parallel_workers_per_gather: Math.min(4, Math.max(1, processors)),
    jit: 'off',
    random_page_cost: 1.1,
    log_destination: 'stderr',
    logging_collector: 'off',
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_timezone: 'Asia/Shanghai',
    timezone: 'Asia/Shanghai',
    lc_messages: 'C',
    synchronous_commit: durable ? 'on' : 'off',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
  };
  return Object.entries(settings).map(([name, value]) => `${name}=${value}`);
}

/** Memory in MB that this process tree may use: the machine's, or the container's share of it. */
function usableMemory(): number {
  const share = process.constrainedMemory?.() ?? 0;
  const total = totalmem();
  return (share > 0 && share < total ? share : total) / mebi;
}

function between(least: number, wish: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, wish)));
}

/** Containers often have 64 MB of /dev/shm, too little for parallel queries: then memory-mapped files serve. */
function sharedMemoryType(): string {
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    return blocks * bsize >= 512 * mebi ? 'posix' : 'mmap';
  } catch {
    return process.platform === 'darwin' ? 'posix' : 'mmap';
  }
}

function quoteList(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`;
}
