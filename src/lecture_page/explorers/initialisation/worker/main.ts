// Signals through layers of random weights, away from the page.

import { serve } from "../../../kit/work/serving";
import { type Given, Sender, type Sent } from "../sending";

const sender = new Sender();
serve<Given, Sent>((given) => sender.begin(given));
