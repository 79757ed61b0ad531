import { route } from "@/lib/api/route";
import { listPatientOrders } from "@/lib/orders/operations/list-patient-orders";

export const GET = route(listPatientOrders);
export { preflight as OPTIONS } from "@/lib/api/cors";
