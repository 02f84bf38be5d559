
package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The description of an OME-TIFF file. Read without document types and
 * entities, so that it can neither name other files nor grow.
 */
final class OmeXml {

	private static final int LONGEST = 1 << 26;

	private final List<OmeImage> images = new ArrayList<>();

	private OmeXml() {}

	/** @return whether the description of a TIFF file is in OME-XML */
	static boolean is(final String description) {
		return description != null && description.stripLeading().startsWith("<") &&
			description.contains("<OME");
	}

	/**
	 * @param description that {@link #is} in OME-XML
	 * @throws IOException if it cannot be understood
	 */
	static OmeXml parse(final String description) throws IOException {
		if (description.length() > LONGEST) throw notUnderstood("it is too long");
		final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		final OmeXml ome = new OmeXml();
		try {
			final XMLStreamReader xml = factory.createXMLStreamReader(
				new StringReader(description.strip()));
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamConstants.START_ELEMENT) ome.read(xml);
			}
		}
		catch (final XMLStreamException e) {
			throw notUnderstood(firstLine(e));
		}
		if (ome.images.isEmpty()) throw new UnsupportedTiff(
			"An OME-TIFF file that is described by another file");
		return ome;
	}

	private static String firstLine(final XMLStreamException e) {
		final String text = String.valueOf(e.getMessage()).lines().reduce((a,
			b) -> b).orElse("").replaceFirst("^Message: ", "");
		return text.substring(0, Math.min(text.length(), 100));
	}

	private static IOException notUnderstood(final String reason) {
		return new IOException("The OME-XML description of the TIFF file cannot " +
			"be understood: " + reason + ".");
	}

	private void read(final XMLStreamReader xml) throws XMLStreamException {
		if (xml.getLocalName().equals("Pixels")) {
			images.add(new OmeImage(xml));
			return;
		}
		if (images.isEmpty()) return;
		final OmeImage image = images.get(images.size() - 1);
		switch (xml.getLocalName()) {
			case "Channel" -> image.addChannel(xml);
			case "TiffData" -> image.addPages(xml);
			case "UUID" -> image.setFile(xml.getAttributeValue(null, "FileName"));
			default -> {
				// of no matter for the pixels
			}
		}
	}

	/** @return at least one */
	List<OmeImage> images() {
		return List.copyOf(images);
	}

	/** @return how many files it names */
	int files() {
		return named().size();
	}

	/**
	 * @param name of the file on the disk
	 * @return what the description calls it: a file that is alone may have
	 *         another name since then
	 */
	String file(final String name) {
		final Set<String> named = named();
		return named.size() == 1 ? named.iterator().next() : name;
	}

	private Set<String> named() {
		final Set<String> named = new HashSet<>();
		images.forEach(image -> named.addAll(image.files()));
		named.remove(null);
		return named;
	}
}
