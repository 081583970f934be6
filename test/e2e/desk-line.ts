import type { Page, WebSocketRoute } from '@playwright/test';

/** The page's line to its desk, in the test's hands; to be taken before the page is opened. */
export async function takeDeskLine(page: Page): Promise<{ cut(): Promise<void>; mend(): void }> {
  const sockets: WebSocketRoute[] = [];
  let reachable = true;
  await page.routeWebSocket(/\/desk$/, (socket) => {
    if (!reachable) return void socket.close();
    socket.connectToServer();
    return void sockets.push(socket);
  });
  return {
    cut: async () => {
      reachable = false;
      for (const socket of sockets) await socket.close();
    },
    mend: () => {
      reachable = true;
    },
  };
}
