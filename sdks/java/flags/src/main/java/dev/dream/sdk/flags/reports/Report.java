package dev.dream.sdk.flags.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one request tells. */
record Report(List<Count> counts, List<Map<String, Object>> contexts, List<Exposure> exposures) {
    boolean isEmpty() {
        return counts.isEmpty() && contexts.isEmpty() && exposures.isEmpty();
    }

    /** Without what is empty. */
    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (!counts.isEmpty()) json.put("counts", counts.stream().map(Count::toJson).toList());
        if (!contexts.isEmpty()) json.put("contexts", contexts);
        if (!exposures.isEmpty()) json.put("exposures", exposures.stream().map(Exposure::toJson).toList());
        return json;
    }
}
