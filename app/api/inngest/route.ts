import { inngestDoor } from "@/inngest/door";

export const GET = inngestDoor;
export const POST = inngestDoor;
export const PUT = inngestDoor;
