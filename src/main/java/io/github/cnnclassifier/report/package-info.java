/**
 * What people and papers get to see: tables as CSV, charts as PNG and a report
 * as one HTML file. {@link EvaluationFiles} writes all files of an evaluation,
 * {@link InspectionFiles} those of an inspection of images,
 * {@link PredictionCsv} the table of a classified folder, {@link FiguresLine}
 * the line that scripts rely on; {@link HeatPicture} lays a heat map over a
 * picture. Needs no display. Numbers are points with 4 digits whatever the
 * language of the machine.
 */

package io.github.cnnclassifier.report;
