namespace Arena.Game.Names;

/// <content>Spanish qualities are the same for both genders. Animals that are an insult in a Spanish-speaking country are left out.</content>
internal sealed partial record NameWords
{
    private static readonly NameWords Spanish = new(
        List("""
            Abeja Águila Alce Alondra Alpaca Antílope Ardilla Avestruz Bisonte Búho Caballo Camello Canario Canguro Caracol Castor Ciervo Cigüeña
            Cisne Cobaya Colibrí Cóndor Corzo Coyote Cuervo Delfín Erizo Faisán Flamenco Gacela Garza Gato Gaviota Gecko Gorrión Grillo Grulla
            Guepardo Halcón Hámster Hormiga Hurón Iguana Jaguar Jilguero Jirafa Koala Lagarto Lémur León Libélula Liebre Lince Llama Lobo Mapache
            Marmota Mirlo Nutria Ocelote Oso Panda Pantera Pelícano Pingüino Poni Potro Puma Quetzal Rana Reno Ruiseñor Salmón Suricata Tejón
            Tigre Tortuga Tucán Vencejo Vicuña Yak Zorro
            """),
        List("""
            Adorable Afable Ágil Alegre Amable Amigable Apacible Audaz Cabal Capaz Célebre Celeste Colosal Cordial Cortés Dócil Dulce Eficaz
            Ejemplar Elegante Especial Estelar Feliz Fiel Firme Flexible Fuerte Genial Gentil Hábil Humilde Ideal Ilustre Insigne Jovial
            Juvenil Leal Libre Locuaz Lunar Musical Noble Notable Paciente Polar Popular Precoz Prudente Puntual Radiante Sagaz Sensible
            Sociable Solar Solemne Suave Sublime Sutil Tenaz Triunfal Tropical Útil Valiente Veloz Versátil Vibrante Vital Vivaz
            """), IsAnimalFirst: true);
}
