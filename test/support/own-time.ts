/** How long this thread has had the processor, in milliseconds: a busy machine's clock runs on meanwhile. */
export function ownTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
