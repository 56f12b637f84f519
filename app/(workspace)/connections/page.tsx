import { ConnectionsPage } from "@/components/connections/connections-page";

export default ConnectionsPage;
