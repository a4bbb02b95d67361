package dev.dream.sdk.permissions;

import dev.dream.sdk.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Asks every golden question. Argument: the folder of the lines. Prints how many there were, and those answered otherwise. */
public final class GoldenPermissions {

    private static final Map<Object, RolePolicy> POLICIES = new HashMap<>();

    private GoldenPermissions() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (Map<?, ?> line : lines(folder, "policies"))
            POLICIES.put(line.get("name"), RolePolicy.of(line.get("payload")));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("matching", asked(folder, "matching", GoldenPermissions::matches));
        told.put("lists", asked(folder, "lists", GoldenPermissions::held));
        told.put("answers", asked(folder, "answers", GoldenPermissions::answered));
        told.put("grants", asked(folder, "grants", GoldenPermissions::granted));
        System.out.println(Json.write(told));
    }

    private static Map<String, Object> asked(Path folder, String name, Function<Map<?, ?>, Map<String, Object>> answer)
        throws IOException {
        List<Map<?, ?>> lines = lines(folder, name);
        List<Object> wrong = new ArrayList<>();
        for (Map<?, ?> line : lines) {
            Map<String, Object> given = answer.apply(line);
            Map<String, Object> wanted = new LinkedHashMap<>();
            given.keySet().forEach(field -> wanted.put(field, line.get(field)));
            if (!given.equals(wanted)) wrong.add(Map.of("question", line, "given", given));
        }
        return Map.of("count", lines.size(), "wrong", wrong);
    }

    private static Map<String, Object> matches(Map<?, ?> line) {
        return Map.of("matches", Permissions.matches((String) line.get("granted"), (String) line.get("asked")));
    }

    private static Map<String, Object> held(Map<?, ?> line) {
        List<?> granted = (List<?>) line.get("granted");
        List<?> asked = (List<?>) line.get("asked");
        return Map.of("any", Permissions.hasAny(granted, asked), "all", Permissions.hasAll(granted, asked));
    }

    private static Map<String, Object> answered(Map<?, ?> line) {
        RolePolicy policy = POLICIES.get(line.get("of"));
        String permission = (String) line.get("permission");
        PermissionAnswer answer = policy.can((List<?>) line.get("roles"), permission, resource(line.get("resource")));
        return Map.of("answer", answer.name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> granted(Map<?, ?> line) {
        RolePolicy policy = POLICIES.get(line.get("of"));
        var found = policy.permissionsOf((List<?>) line.get("roles"), (String) line.get("resourceType"));
        return Map.of("permissions", found.stream().map(GoldenPermissions::told).toList());
    }

    private static Map<String, Object> told(GrantedPermission one) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("permission", one.permission());
        one.condition().ifPresent(condition -> told.put("condition", condition));
        return told;
    }

    private static ResourceInHand resource(Object json) {
        if (!(json instanceof Map<?, ?> fields)) return null;
        Map<String, Object> properties = null;
        if (fields.get("properties") instanceof Map<?, ?> given) {
            properties = new LinkedHashMap<>();
            for (Map.Entry<?, ?> one : given.entrySet()) properties.put((String) one.getKey(), one.getValue());
        }
        return new ResourceInHand((String) fields.get("id"), properties);
    }

    private static List<Map<?, ?>> lines(Path folder, String name) throws IOException {
        List<Map<?, ?>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(name + ".ndjson")))
            lines.add((Map<?, ?>) Json.parse(line));
        return lines;
    }
}
