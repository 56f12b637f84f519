import { HomePage } from "@/components/home/home-page";

export default HomePage;
