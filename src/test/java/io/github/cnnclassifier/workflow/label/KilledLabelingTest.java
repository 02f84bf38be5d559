
package io.github.cnnclassifier.workflow.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.TextImages;

/** A program that is killed while somebody labels. */
class KilledLabelingTest {

	@TempDir
	private Path root;

	/** Labels one crop after the other, and says so of each that is saved. */
	static final class Program {

		public static void main(final String[] args) throws Exception {
			try (LabelSession session = LabelingFakes.session(Path.of(args[0]), Path
				.of(args[1]), new ArrayList<>()))
			{
				for (int round = 0;; round++) {
					// again and again: new labels, and changed ones
					for (int i = 0; i < session.size(); i++) {
						final String label = "abc".substring((i + round) % 3, (i + round) %
							3 + 1);
						session.label(new int[] { i }, label).get();
						System.out.println(session.crop(i).name() + " " + label);
					}
				}
			}
		}
	}

	/** @return the last acknowledged label of each crop */
	private Map<String, String> labelUntilKilled(final Path images,
		final Path labels, final int acknowledged) throws IOException,
		InterruptedException
	{
		final Process program = new ProcessBuilder(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), "-cp", System.getProperty(
				"java.class.path"), Program.class.getName(), images.toString(), labels
					.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final Map<String, String> said = new HashMap<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(program
			.getInputStream(), StandardCharsets.UTF_8)))
		{
			for (int i = 0; i < acknowledged; i++)
				remember(lines.readLine(), said);
			// which leaves what it has said to be read
			program.toHandle().destroyForcibly();
			// what it said before it was killed counts too
			for (String line = lines.readLine(); line != null; line = lines
				.readLine())
				remember(line, said);
		}
		program.waitFor();
		return said;
	}

	private static void remember(final String line,
		final Map<String, String> said)
	{
		final String[] words = line.split(" ");
		if (words.length == 2 && words[1].length() == 1) said.put(words[0],
			words[1]);
	}

	private void everyAcknowledgedLabelIsThere(final int acknowledged)
		throws Exception
	{
		final Path images = root.resolve("cells");
		final Path labels = root.resolve("cells labels/labels.csv");
		LabelingFakes.clouds(images, 10);
		final Map<String, String> said = labelUntilKilled(images, labels,
			acknowledged);
		assertTrue(said.size() >= Math.min(acknowledged, 30));
		final Map<String, String> trained = new HashMap<>();
		LabeledImages.openAsFound(labels, new TextImages(), Set.of()).samples()
			.forEach(s -> trained.put(s.name().replace("../cells/", ""), s.label()));
		final List<String> different = new ArrayList<>();
		try (LabelSession session = LabelingFakes.session(images, labels,
			new ArrayList<>()))
		{
			for (int i = 0; i < session.size(); i++) {
				final String name = session.crop(i).name();
				final Optional<String> there = session.state(i).confirmed();
				if (said.containsKey(name) && !there.equals(Optional.of(said.get(
					name)))) different.add(name);
				// training sees what a labeling sees that is opened again
				assertEquals(there, Optional.ofNullable(trained.get(name)), name);
			}
		}
		// one may be saved and not yet acknowledged
		assertTrue(different.size() <= 1, different.toString());
	}

	@Test
	void leavesEachAcknowledgedLabelInTheListThatTrainingReads()
		throws Exception
	{
		everyAcknowledgedLabelIsThere(17);
	}

	@Test
	void leavesEachAcknowledgedChangeToo() throws Exception {
		everyAcknowledgedLabelIsThere(75);
	}
}
