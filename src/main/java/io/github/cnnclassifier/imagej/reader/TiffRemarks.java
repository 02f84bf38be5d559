
package io.github.cnnclassifier.imagej.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a user should know of how a TIFF file was read. */
final class TiffRemarks {

	private static final int EXAMPLES = 5;

	private TiffRemarks() {}

	/** @return whole sentences, none for an ordinary file */
	static List<String> of(final TiffFile file, final TiffOrder order) {
		final List<String> remarks = new ArrayList<>();
		final List<TiffPage> out = file.leftOut();
		if (!out.isEmpty()) remarks.add((out.size() == 1 ? "Page " : "Pages ") + out
			.stream().limit(EXAMPLES).map(TiffRemarks::name).collect(Collectors
				.joining(", ")) + (out.size() > EXAMPLES ? " and " + (out.size() -
					EXAMPLES) + " more" : "") + (out.size() == 1 ? " differs"
						: " differ") + " from page 1, of " + file.page() + ", and " + (out
							.size() == 1 ? "is" : "are") + " left out.");
		final long unused = file.images() - IntStream.of(order.images()).distinct()
			.count();
		if (order.otherImages() > 0) remarks.add("Of the " + (1 + order
			.otherImages()) + " images that its OME-XML tells of, one is read.");
		else if (unused > 0) remarks.add("Its OME-XML does not tell of " + unused +
			" of its pages, which are left out.");
		if (file.page().isWhiteZero()) remarks.add("It is shown with 0 as white; " +
			"the stored values count, as in ImageJ.");
		return remarks;
	}

	private static String name(final TiffPage page) {
		return page.number() + " (" + page + (page.isSmallerCopy()
			? ", a smaller copy)" : ")");
	}
}
