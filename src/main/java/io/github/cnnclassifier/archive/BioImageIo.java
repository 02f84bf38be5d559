
package io.github.cnnclassifier.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.storage.Sha256;

/**
 * Writes rdf.yaml, the description of a model package of the BioImage Model Zoo
 * (format 0.5), from which other software runs the ONNX file. Here nothing but
 * its check sums is read, by {@link RdfChecksums}.
 */
final class BioImageIo {

	/** The newest whose rules were followed; readers take later and earlier. */
	private static final String FORMAT = "0.5.9";
	private static final int MIN_NAME = 5;
	private static final int MAX_NAME = 64;
	/** Python's words, which channel names may not be. */
	private static final Set<String> KEYWORDS = Set.of("False", "None", "True",
		"and", "as", "assert", "async", "await", "break", "class", "continue",
		"def", "del", "elif", "else", "except", "finally", "for", "from", "global",
		"if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass",
		"raise", "return", "try", "while", "with", "yield");

	private BioImageIo() {}

	/**
	 * @param d what is described
	 * @param parts of the package, whose check sums are written
	 * @return the content of rdf.yaml
	 */
	static byte[] write(final ClassifierDescription d,
		final Map<String, byte[]> parts)
	{
		final Map<String, Object> rdf = new LinkedHashMap<>();
		rdf.put("type", "model");
		rdf.put("format_version", FORMAT);
		rdf.put("name", name(d.name()));
		rdf.put("description", "Image classifier with " + d.labels().size() +
			" classes, trained with CNN Classifier for Fiji and ImageJ.");
		// nobody's name is taken from the machine
		rdf.put("authors", List.of(Map.of("name", "A user of CNN Classifier")));
		rdf.put("documentation", ModelZip.README);
		rdf.put("timestamp", d.training().date());
		rdf.put("tags", List.of("classification", "image-classification", "2d",
			"imagej", "fiji"));
		rdf.put("inputs", List.of(input(d.preprocessing(), parts)));
		rdf.put("outputs", List.of(output(d, parts)));
		if (parts.containsKey(ModelZip.UNLIKE)) rdf.put("attachments", List.of(file(
			ModelZip.UNLIKE, parts)));
		final Map<String, Object> onnx = file(ModelZip.WEIGHTS, parts);
		onnx.put("opset_version", OnnxGraph.OPSET);
		rdf.put("weights", Map.of("onnx", onnx));
		// the real names, which the format's rules may have changed above
		final Map<String, Object> own = new LinkedHashMap<>();
		own.put("name", d.name());
		own.put("classes", d.labels().names());
		rdf.put("config", Map.of("cnn_classifier", own));
		final DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(FlowStyle.BLOCK);
		options.setAllowUnicode(true);
		return new Yaml(options).dump(rdf).getBytes(StandardCharsets.UTF_8);
	}

	private static Map<String, Object> input(final Preprocessing p,
		final Map<String, byte[]> parts)
	{
		final Map<String, Object> input = new LinkedHashMap<>();
		input.put("id", OnnxGraph.INPUT);
		input.put("description",
			"Pixel values of images already resized as README.md says");
		final List<String> channels = new ArrayList<>();
		for (int c = 0; c < p.channels(); c++)
			channels.add("channel" + c);
		input.put("axes", List.of(Map.of("type", "batch"), channelAxis(channels),
			spaceAxis("y", p.height()), spaceAxis("x", p.width())));
		final IntensityRange range = p.range();
		input.put("data", data(range.min(), range.max()));
		input.put("test_tensor", file(ModelZip.TEST_INPUT, parts));
		final List<Object> steps = RdfPreprocessing.of(p.intensity());
		if (!steps.isEmpty()) input.put("preprocessing", steps);
		return input;
	}

	private static Map<String, Object> output(final ClassifierDescription d,
		final Map<String, byte[]> parts)
	{
		final Map<String, Object> output = new LinkedHashMap<>();
		output.put("id", OnnxGraph.OUTPUT);
		output.put("description", "Probability of each class, 0 to 1, sum 1");
		output.put("axes", List.of(Map.of("type", "batch"), channelAxis(
			channelNames(d.labels().names()))));
		output.put("data", data(0, 1));
		output.put("test_tensor", file(ModelZip.TEST_OUTPUT, parts));
		return output;
	}

	private static Map<String, Object> channelAxis(final List<String> names) {
		return ordered("type", "channel", "channel_names", names);
	}

	private static Map<String, Object> spaceAxis(final String id,
		final int size)
	{
		final Map<String, Object> axis = ordered("type", "space", "id", id);
		axis.put("size", size);
		return axis;
	}

	private static Map<String, Object> data(final double min, final double max) {
		return ordered("type", "float32", "range", List.of(RdfPreprocessing.number(
			min), RdfPreprocessing.number(max)));
	}

	private static Map<String, Object> file(final String name,
		final Map<String, byte[]> parts)
	{
		return ordered("source", name, "sha256", sha256(parts.get(name)));
	}

	private static Map<String, Object> ordered(final String key1,
		final Object value1, final String key2, final Object value2)
	{
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put(key1, value1);
		map.put(key2, value2);
		return map;
	}

	/** The format allows letters, digits, space and _ + - ( ) in a name. */
	private static String name(final String name) {
		final String allowed = name.replaceAll("[^A-Za-z0-9_+\\- ()]+", "_");
		final String longer = allowed.length() < MIN_NAME ? "Classifier " + allowed
			: allowed;
		return longer.substring(0, Math.min(MAX_NAME, longer.length()));
	}

	/**
	 * Class names as the format wants them: unique Python identifiers. Those that
	 * are stay as they are.
	 */
	static List<String> channelNames(final List<String> classes) {
		final Set<String> used = new HashSet<>(classes);
		final List<String> names = new ArrayList<>();
		for (final String label : classes) {
			if (isIdentifier(label)) {
				names.add(label);
				continue;
			}
			final String base = "class_" + label.replaceAll("[^A-Za-z0-9]+", "_");
			String name = base;
			for (int i = 2; !used.add(name); i++)
				name = base + "_" + i;
			names.add(name);
		}
		return names;
	}

	private static boolean isIdentifier(final String text) {
		return text.matches("[A-Za-z_][A-Za-z0-9_]*") && !KEYWORDS.contains(text);
	}

	/** As rdf.yaml tells it. */
	static String sha256(final byte[] content) {
		final MessageDigest digest = Sha256.digest();
		digest.update(content);
		return Sha256.hex(digest);
	}
}
