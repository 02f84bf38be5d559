
package io.github.cnnclassifier.benchmark;

import java.util.Arrays;
import java.util.List;

/**
 * What is measured, from the Java properties {@code benchmark.*}.
 *
 * @param rounds at least 1
 * @param networks names of {@link MeasuredNetwork}s
 * @param systems some of {@link #SYSTEMS}
 * @param threads thread counts, at least 1 each
 * @param warmUpSeconds before each measurement; at least one step is run
 * @param windowSeconds of each measurement; at least one step is run
 * @param clock what counts as time
 */
record Settings(int rounds, List<String> networks, List<String> systems,
		List<Integer> threads, double warmUpSeconds, double windowSeconds,
		Clock clock)
{

	/** All systems, in the order of the table. */
	static final List<String> SYSTEMS = List.of("ours", "portable",
		"stock-dl4j", "libtorch", "onnxruntime");

	/** @throws IllegalArgumentException if a value is none of the allowed */
	Settings {
		if (rounds < 1) throw new IllegalArgumentException(
			"benchmark.rounds: expected 1 or more, got " + rounds);
		if (!(warmUpSeconds >= 0 && windowSeconds > 0))
			throw new IllegalArgumentException("benchmark.warmUpSeconds and " +
				"windowSeconds: expected seconds, got " + warmUpSeconds + " and " +
				windowSeconds);
		networks.forEach(MeasuredNetwork::named);
		if (!SYSTEMS.containsAll(systems)) throw new IllegalArgumentException(
			"benchmark.systems: expected some of " + SYSTEMS + ", got " + systems);
		if (threads.stream().anyMatch(t -> t < 1))
			throw new IllegalArgumentException(
				"benchmark.threads: expected 1 or more, got " + threads);
	}

	static Settings fromProperties() {
		return new Settings(Integer.parseInt(text("rounds")), list("networks"),
			list("systems"), list("threads").stream().map(Settings::threads)
				.distinct().toList(), Double.parseDouble(text("warmUpSeconds")), Double
					.parseDouble(text("windowSeconds")), Clock.named(text("clock")));
	}

	private static int threads(final String text) {
		return text.equals("all") ? Runtime.getRuntime().availableProcessors()
			: Integer.parseInt(text);
	}

	private static List<String> list(final String key) {
		return Arrays.stream(text(key).split(",")).map(String::strip).toList();
	}

	private static String text(final String key) {
		final String value = System.getProperty("benchmark." + key);
		if (value == null) throw new IllegalArgumentException(
			"Expected the property benchmark." + key);
		return value;
	}
}
