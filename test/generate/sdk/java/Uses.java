import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.params.Renaming;
import dev.dream.sdk.params.ToyParams;
import dev.dream.sdk.types.Cage;
import dev.dream.sdk.types.Hay;
import dev.dream.sdk.types.Kennel;
import dev.dream.sdk.types.KennelOrCage;
import dev.dream.sdk.types.MeatOrHay;
import dev.dream.sdk.types.Pet;
import dev.dream.sdk.types.PetPage;
import dev.dream.sdk.types.PetSize;
import dev.dream.sdk.types.Toy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and writes with generated classes; a line of output for each thing that can be seen. */
final class Uses {
    private Uses() {}

    public static void main(String[] arguments) {
        answered();
        unknown();
        sent();
    }

    private static void answered() {
        Pet pet = Pet.fromJson(Json.parse("""
                {"name": "Rex", "bornAt": "2026-01-02T03:04:05.678Z", "friends": [{"name": "Tom"}], "size": "very-big",
                 "home": {"is": "aviary"}, "food": {"dried": true}, "legs": 4, "collar": {"colour": "red"}, "new": 1.50}
                """));
        String name = pet.name();
        Instant bornAt = pet.bornAt();
        Optional<List<Pet>> friends = pet.friends();
        tell(name, bornAt, friends.orElseThrow().get(0).name(), pet.collar().orElseThrow().colour());
        tell(pet.size() == PetSize.VERY_BIG, pet.size().equals(PetSize.VERY_BIG), pet.size().isKnown(), PetSize.known());
        KennelOrCage home = pet.home();
        tell(home instanceof Cage cage ? cage.is() : "no cage", pet.food().orElseThrow() instanceof Hay food && food.dried());
        tell(pet.legs(), pet.legsAsInteger(), pet.legsAsText(), pet.legsAsHay());
        Pet hay = Pet.fromJson(Json.parse("{\"legs\": {\"dried\": false}}"));
        tell(hay.legsAsInteger(), hay.legsAsHay().orElseThrow().dried());
        tell(pet.raw().get("new"), pet.equals(Pet.fromJson(pet.raw())));
    }

    private static void unknown() {
        Pet pet = Pet.fromJson(Json.parse("""
                {"size": "tiny", "home": {"is": "boat", "sails": 2}, "food": {"seeds": 3}, "legs": "many", "collar": null,
                 "friends": "none"}
                """));
        tell(pet.size(), pet.size().isKnown(), pet.collar(), pet.friends());
        tell(pet.home() instanceof KennelOrCage.Unknown, pet.home().raw().get("sails"));
        tell(pet.food().orElseThrow() instanceof MeatOrHay.Unknown, pet.legsAsInteger(), pet.legsAsText());
        try {
            tell(pet.name());
        } catch (ResponseException expected) {
            tell(expected.getMessage());
        }
        Pet none = Pet.fromJson(7L);
        tell(none.raw(), none.toJson(), none.friends());
        PetPage page = PetPage.fromJson(Json.parse("{\"data\": [7, null, {\"name\": \"Rex\"}]}"));
        tell(KennelOrCage.fromJson(7L).raw(), page.data(), Json.write(page.data()));
        tell(KennelOrCage.fromJson(Json.parse("{\"is\": \"kennel\", \"rooms\": 3}")) instanceof Kennel k && k.rooms() == 3);
    }

    private static void sent() {
        try {
            tell(Renaming.builder().age(3).build());
        } catch (ConfigurationException expected) {
            tell(expected.getMessage());
        }
        Renaming.Builder builder = Renaming.builder().name("Max").why("a whim").clearNick().size(PetSize.of("odd")).age(3);
        builder.toys(List.of(ToyParams.builder().toyName("ball").build())).put("more", Instant.EPOCH);
        Renaming whole = builder.build();
        builder.name("Moritz").age((Long) null);
        tell(Json.write(whole));
        tell(Json.write(builder.build()));
        tell(Json.write(ToyParams.from(Toy.fromJson(Json.parse("{\"is\": \"toy\", \"toyName\": \"b\", \"new\": [1]}")))));
    }

    private static void tell(Object... values) {
        System.out.println(Json.write(List.of(values).stream().map(String::valueOf).toList()));
    }
}
