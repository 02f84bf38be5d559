
package io.github.cnnclassifier.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Images per second of all rounds, and their medians as CSV and as a table. */
final class Results {

	private final Map<Key, List<Double>> measured = new TreeMap<>();

	void add(final Key key, final double imagesPerSecond) {
		measured.computeIfAbsent(key, k -> new ArrayList<>()).add(imagesPerSecond);
	}

	void writeCsv(final Path file) throws IOException {
		final List<String> lines = new ArrayList<>();
		lines.add("network,task,batch,threads,system,images_per_second,rounds");
		measured.forEach((k, values) -> lines.add(String.format(Locale.ROOT,
			"%s,%s,%d,%d,%s,%.1f,%d", k.network(), k.task(), k.batch(), k.threads(), k
				.system(), median(k), values.size())));
		Files.write(file, lines);
	}

	/** @return one line per network, task, batch and thread count */
	List<String> table() {
		final List<String> lines = new ArrayList<>();
		lines.add(String.format("%-12s %-5s %5s %7s  %8s %9s %10s %8s %11s   %s",
			"network", "task", "batch", "threads", "ours", "portable", "stock-dl4j",
			"libtorch", "onnxruntime", "ours is times stock / libtorch / " +
				"onnxruntime; portable is times ours / libtorch"));
		measured.keySet().stream().map(k -> k.of("")).distinct().forEach(k -> lines
			.add(String.format(
				"%-12s %-5s %5d %7d  %8s %9s %10s %8s %11s   %s / %s / %s; %s / %s", k
					.network(), k.task(), k.batch(), k.threads(), speed(k.of("ours")),
				speed(k.of("portable")), speed(k.of("stock-dl4j")), speed(k.of(
					"libtorch")), speed(k.of("onnxruntime")), ratio(k, "ours",
						"stock-dl4j"), ratio(k, "ours", "libtorch"), ratio(k, "ours",
							"onnxruntime"), ratio(k, "portable", "ours"), ratio(k,
								"portable", "libtorch"))));
		return lines;
	}

	private String speed(final Key key) {
		return measured.containsKey(key) ? String.format(Locale.ROOT, "%.0f",
			median(key)) : "-";
	}

	private String ratio(final Key key, final String system,
		final String peer)
	{
		final Key ours = key.of(system);
		final Key theirs = key.of(peer);
		return measured.containsKey(ours) && measured.containsKey(theirs) ? String
			.format(Locale.ROOT, "%.2f", median(ours) / median(theirs)) : "-";
	}

	private double median(final Key key) {
		final List<Double> sorted = measured.get(key).stream().sorted().toList();
		final int half = sorted.size() / 2;
		return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) +
			sorted.get(half)) / 2;
	}
}
