export { health as GET } from "@/lib/api/health";
