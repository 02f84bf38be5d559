/**
 * The engine behind {@code engine}: Deeplearning4j and ND4J with oneDNN. The
 * one public class is {@link Dl4jEngine}; nothing outside this package names
 * Deeplearning4j or ND4J.
 * <p>
 * Deeplearning4j leaves its oneDNN layers switched off; {@link Bootstrap}
 * switches them on and {@link GraphBuilder} checks nothing away: what a
 * platform cannot do quickly runs on the plain path with the same results.
 */

package io.github.cnnclassifier.engine.dl4j;
