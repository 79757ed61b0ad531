import { route } from "@/lib/api/route";
import { setPrice } from "@/lib/catalogue/operations/set-price";

export const PUT = route(setPrice);
