/** First and last names with the places they fit, so that a lead from Lagos is not called Björn. */
export const REGIONS = [
  {
    country: "Italy",
    cities: ["Rome", "Milan", "Turin", "Bologna"],
    phone: "+39 06 5550",
    first: ["Giulia", "Marco", "Chiara", "Luca", "Elena", "Matteo", "Francesca", "Davide"],
    last: ["Bianchi", "Romano", "Ferrari", "Esposito", "Colombo", "Ricci", "Conti", "Greco"],
  },
  {
    country: "Germany",
    cities: ["Berlin", "Hamburg", "Leipzig", "Cologne"],
    phone: "+49 30 5550",
    first: ["Lena", "Jonas", "Miriam", "Emre", "Katrin", "Björn", "Aylin", "Tobias"],
    last: ["Müller", "Schäfer", "Yılmaz", "Wagner", "Becker", "Krüger", "Vogel", "Aydın"],
  },
  {
    country: "Nigeria",
    cities: ["Lagos", "Abuja", "Ibadan"],
    phone: "+234 1 5550",
    first: ["Adaeze", "Tunde", "Ngozi", "Femi", "Halima", "Chinedu", "Zainab", "Kelechi"],
    last: ["Okafor", "Balogun", "Eze", "Adeyemi", "Bello", "Nwosu", "Abubakar", "Okoro"],
  },
  {
    country: "Japan",
    cities: ["Tokyo", "Osaka", "Fukuoka"],
    phone: "+81 3 5550",
    first: ["Yuki", "Haruto", "Sakura", "Ren", "Aoi", "Kenji", "Mei", "Daichi"],
    last: ["Tanaka", "Suzuki", "Kobayashi", "Watanabe", "Itō", "Yamamoto", "Nakamura", "Satō"],
  },
  {
    country: "Mexico",
    cities: ["Mexico City", "Guadalajara", "Monterrey"],
    phone: "+52 55 5550",
    first: ["Lucía", "Diego", "Ximena", "Andrés", "Valeria", "José", "Camila", "Emiliano"],
    last: ["Hernández", "García", "Martínez", "Núñez", "Peña", "Ramírez", "Ibarra", "Cárdenas"],
  },
  {
    country: "India",
    cities: ["Mumbai", "Bengaluru", "Pune", "Kochi"],
    phone: "+91 22 5550",
    first: ["Priya", "Arjun", "Ananya", "Vikram", "Fatima", "Rohan", "Kavya", "Imran"],
    last: ["Sharma", "Iyer", "Patel", "Khan", "Nair", "Reddy", "Chatterjee", "D’Souza"],
  },
  {
    country: "United Kingdom",
    cities: ["Leeds", "Bristol", "Glasgow", "Cardiff"],
    phone: "+44 20 7946 0",
    first: ["Amelia", "Callum", "Niamh", "Oluwaseun", "Harriet", "Rhys", "Safiya", "George"],
    last: ["Hughes", "MacLeod", "O’Connor", "Adeleke", "Whitfield", "Evans", "Hussain", "Barnes"],
  },
  {
    country: "Brazil",
    cities: ["São Paulo", "Recife", "Curitiba"],
    phone: "+55 11 5550",
    first: ["Beatriz", "Thiago", "Larissa", "Rafael", "Mariana", "Caio", "Júlia", "Murilo"],
    last: ["Souza", "Gonçalves", "Araújo", "Lima", "Moura", "Carvalho", "Teixeira", "Barros"],
  },
  {
    country: "France",
    cities: ["Lyon", "Nantes", "Marseille", "Lille"],
    phone: "+33 1 5550",
    first: ["Chloé", "Hugo", "Inès", "Mathis", "Amélie", "Karim", "Zoé", "Étienne"],
    last: ["Lefèvre", "Benali", "Moreau", "Garnier", "Dubois", "Traoré", "Fournier", "N’Guyen"],
  },
  {
    country: "South Africa",
    cities: ["Cape Town", "Durban", "Johannesburg"],
    phone: "+27 21 555 0",
    first: ["Thandiwe", "Pieter", "Lerato", "Sipho", "Anika", "Themba", "Naledi", "Johan"],
    last: ["Nkosi", "van der Merwe", "Dlamini", "Botha", "Mokoena", "Naidoo", "Zulu", "Jacobs"],
  },
] as const;

export const JOB_TITLES = [
  "Head of operations",
  "Purchasing manager",
  "Founder",
  "Marketing lead",
  "Finance director",
  "Office manager",
  "Sales director",
  "IT manager",
  "Plant manager",
  "Customer care lead",
] as const;

export const DEPARTMENTS = ["Operations", "Purchasing", "Marketing", "Finance", "Sales", "IT"] as const;
