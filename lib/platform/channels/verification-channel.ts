import { type RecorderMessage, RecorderMessageSchema } from '../../core/recording/recorder-message';

const CHANNEL = 'piggyback-verification';

export interface VerificationChannel {
  send(message: RecorderMessage): void;
  close(): void;
}

/** The line between the recorder and every open panel; a sender does not hear itself. */
export function openVerificationChannel(
  hear: (message: RecorderMessage) => void,
): VerificationChannel {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    const parsed = RecorderMessageSchema.safeParse(event.data);
    if (parsed.success) hear(parsed.data);
  });
  return {
    send: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
