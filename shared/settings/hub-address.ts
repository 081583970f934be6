import { z } from 'zod';

const onThisComputer = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Where the hub is asked for. What goes there is about residents: in the clear it goes no further than this computer. */
export const hubAddressSchema = z.union([
  z.url({ protocol: /^(https|wss)$/ }),
  z.url({ protocol: /^(http|ws)$/, hostname: onThisComputer }),
]);
