// The worker of a page: everything arrives over the network.

import { confine } from "./confining";
import { serve, type Port } from "./serving";

export { serve };

if (typeof WorkerGlobalScope !== "undefined") {
  serve(self as unknown as Port, (url) => fetch(url), confine);
}
