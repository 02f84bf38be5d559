
package io.github.cnnclassifier.benchmark.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.bytedeco.javacpp.Pointer;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.imagej.reader.LabeledTiff;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.folder.ClassifyFolder;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.folder.NameFilter;

/**
 * Prints the memory of a run over a folder of PNG files, made for this, at each
 * tenth of it: used heap after a garbage collection, and all that the process
 * has beyond the heap.
 */
final class FolderMemory implements Progress {

	private int tenths;

	/**
	 * @param args an empty or missing folder, which is filled; number of files;
	 *          their width and height in pixels
	 * @throws IOException if a file cannot be written or read
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length != 3) throw new IllegalArgumentException(
			"Expected a folder to fill, a number of files and their size, such as: FOLDER 20000 28");
		final Path folder = Files.createDirectories(Path.of(args[0]));
		StrokeImages.fill(folder, Integer.parseInt(args[1]), Integer.parseInt(
			args[2]));
		System.out.printf("at most %d MB of heap%ndone,heap_MB,other_MB%n", Runtime
			.getRuntime().maxMemory() >> 20);
		final Progress printing = new FolderMemory();
		new ClassifyFolder(CnnClassifier.tools(printing), new LabeledTiff(),
			printing).run(new ClassifyFolder.Request(folder, NameFilter.ALL, Path.of(
				"digits"), InputOverrides.NONE, null, Threshold.NONE, folder
					.resolveSibling(folder.getFileName() + ".csv"), Optional.empty(),
				Existing.REPLACED, Optional.empty(), Optional.empty()));
	}

	@Override
	public void update(final double fraction, final String status) {
		if (!(fraction * 10 >= tenths + 1)) return;
		tenths = (int) (fraction * 10);
		System.gc();
		final Runtime runtime = Runtime.getRuntime();
		System.out.printf("%d %%,%d,%d%n", tenths * 10, runtime.totalMemory() -
			runtime.freeMemory() >> 20, Pointer.physicalBytes() - runtime
				.totalMemory() >> 20);
	}

	@Override
	public void message(final String line) {
		System.out.println(line);
	}

	@Override
	public boolean isCanceled() {
		return false;
	}
}
